# Footnote on Node.js. `npm run try:image` does these steps without a container engine, which is why they name no absolute
# path but by WORKDIR and COPY.
ARG NODE_IMAGE=node:22-bookworm-slim

# The release, packed from the sources and installed as an operator would.
FROM ${NODE_IMAGE} AS build
WORKDIR /src
COPY . .
RUN npm ci && npm pack
RUN mkdir release && tar -xzf footnote-*.tgz -C release --strip-components=1
WORKDIR /src/release
RUN npm ci --omit=dev

FROM ${NODE_IMAGE}
ENV NODE_ENV=production DATA_DIR=/data OPS_PORT=9090
# The user "node" of the image. All that is written is the SQLite file, where there is no DATABASE_URL.
WORKDIR /data
RUN chown 1000:1000 .
VOLUME /data
WORKDIR /app
COPY --from=build /src/release .
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "dist/src/main.js"]

ARG CUDA=12.6.1
ARG OS=ubuntu22.04
FROM nvcr.io/nvidia/cuda:${CUDA}-devel-${OS} AS build
FROM nvcr.io/nvidia/cuda:12.6.1-runtime-ubuntu22.04
COPY --from=build /usr/local/lib /usr/local/lib
RUN --mount=type=secret,id=token --network=none pip install torch

# syntax=docker/dockerfile:1
ARG TAG=9.4
FROM registry.redhat.io/ubi9/httpd-24:${TAG} AS web
RUN echo a \
  && echo b
FROM web
COPY --from=quay.io/shop/site:1 /site /var/www/html

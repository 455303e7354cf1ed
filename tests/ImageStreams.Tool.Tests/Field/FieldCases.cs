namespace ImageStreams.Tests.Tool;

/// <summary>The cases.</summary>
internal static class FieldCases
{
    private const string Ruby = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: ruby, namespace: shop}
        spec:
          tags:
            - name: "2.7"
              from: {kind: DockerImage, name: "quay.io/a/ruby:1"}
              importPolicy: {scheduled: true}
            - name: latest
              from: {kind: DockerImage, name: "quay.io/a/ruby:2"}
              importPolicy: {scheduled: true}
        ---

        """;

    /// <summary>The cases that the doctor examines.</summary>
    public static FieldCase[] Doctor { get; } =
    [
        new()
        {
            Name = "a build pushes what a workload waits for",
            Yaml = Ruby + """
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata: {name: app, namespace: shop}
                ---
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                      imageChange: {}
                  strategy:
                    type: Source
                    sourceStrategy:
                      from: {kind: ImageStreamTag, name: "ruby:2.7"}
                  output:
                    to: {kind: ImageStreamTag, name: "app:latest"}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: app
                  namespace: shop
                  annotations:
                    image.openshift.io/triggers: '[{"from": {"kind": "ImageStreamTag", "name": "app:latest"},
                      "fieldPath": "spec.template.spec.containers[?(@.name==\"app\")].image"}]'
                spec:
                  template:
                    spec:
                      containers:
                        - name: app
                          image: " "
                """,
        },
        new()
        {
            Name = "a build trigger without imageChange",
            Yaml = Ruby + """
                apiVersion: v1
                kind: BuildConfig
                metadata: {name: app, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                  strategy:
                    sourceStrategy:
                      from: {kind: ImageStreamTag, name: "ruby:2.7"}
                """,
        },
        new()
        {
            Name = "a trigger type in lower case",
            Yaml = Ruby + """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app, namespace: shop}
                spec:
                  triggers:
                    - type: imageChange # ! error IST1303
                  strategy:
                    sourceStrategy:
                      from: {kind: ImageStreamTag, name: "ruby:2.7"}
                """,
        },
        new()
        {
            Name = "a base without a kind",
            Yaml = Ruby + """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                      imageChange: {}
                  strategy:
                    sourceStrategy:
                      from: {name: "ruby:2.7"}
                """,
        },
        new()
        {
            Name = "a deployment trigger on the kind ImageStream",
            Yaml = Ruby + """
                apiVersion: v1
                kind: DeploymentConfig
                metadata: {name: web, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                      imageChangeParams:
                        automatic: true
                        containerNames: [web]
                        from: {kind: ImageStream, name: ruby}
                  template:
                    spec:
                      containers:
                        - name: web
                          image: ruby
                """,
        },
        new()
        {
            Name = "a deployment trigger without a kind",
            Yaml = Ruby + """
                apiVersion: apps.openshift.io/v1
                kind: DeploymentConfig
                metadata: {name: web, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                      imageChangeParams:
                        automatic: true
                        containerNames: [web]
                        from: {name: "ruby:2.7"}
                  template:
                    spec:
                      containers:
                        - name: web
                          image: " "
                """,
        },
        new()
        {
            Name = "imageChangeParams in a BuildConfig",
            Yaml = Ruby + """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                      imageChangeParams: # ! warning IST1014
                        automatic: true
                        from: {kind: ImageStreamTag, name: "other:1"}
                  strategy:
                    sourceStrategy:
                      from: {kind: ImageStreamTag, name: "ruby:2.7"}
                """,
        },
        new()
        {
            Name = "from beside imageChange",
            Yaml = Ruby + """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app, namespace: shop}
                spec:
                  triggers:
                    - type: ImageChange
                      from: {kind: ImageStreamTag, name: "ruby:2.7"} # ! error IST1015
                  strategy:
                    customStrategy:
                      from: {kind: DockerImage, name: "company/builder:latest"}
                """,
        },
        new()
        {
            Name = "a template with its parameters",
            Yaml = """
                apiVersion: template.openshift.io/v1
                kind: Template
                metadata: {name: site}
                parameters:
                  - name: NAME
                    value: site
                  - name: NAMESPACE
                    value: openshift
                objects:
                  - apiVersion: image.openshift.io/v1
                    kind: ImageStream
                    metadata: {name: "${NAME}", namespace: shop}
                  - apiVersion: build.openshift.io/v1
                    kind: BuildConfig
                    metadata: {name: "${NAME}", namespace: shop}
                    spec:
                      triggers:
                        - type: ImageChange
                      strategy:
                        sourceStrategy:
                          from: {kind: ImageStreamTag, namespace: "${NAMESPACE}", name: "python:3.12"}
                      output:
                        to: {kind: ImageStreamTag, name: "${NAME}:latest"}
                """,
        },
        new()
        {
            Name = "an annotation with a trailing comma",
            Yaml = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: api
                  namespace: ab12-dev
                  annotations:
                    image.openshift.io/triggers: |
                      [
                        {
                          "from": {"kind": "ImageStreamTag", "namespace": " ab12-tools", "name": "api:dev"},
                          "fieldPath": "spec.template.spec.containers[?(@.name==\"api\")].image",
                          "paused": false
                        },
                      ]
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: api
                """,
            OnLines = [("},", "error IST1001")],
        },
        new()
        {
            Name = "an annotation whose namespace begins with a blank",
            Yaml = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: api
                  namespace: ab12-dev
                  annotations:
                    image.openshift.io/triggers: |
                      [
                        {
                          "from": {
                            "kind": "ImageStreamTag",
                            "namespace": " ab12-tools",
                            "name": "api:dev"
                          },
                          "fieldPath": "spec.template.spec.containers[?(@.name==\"api\")].image",
                          "paused": false
                        }
                      ]
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: api
                """,
            OnLines = [("\"namespace\": \" ab12-tools\",", "error IST1013")],
        },
    ];

    /// <summary>The cases that are validated.</summary>
    public static FieldCase[] Validate { get; } =
    [
        new()
        {
            Name = "a BuildConfig with everything that one has",
            Yaml = """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: b, namespace: shop}
                spec:
                  nodeSelector: null
                  source:
                    type: Git
                    git: {uri: "https://x"}
                    sourceSecret: {name: s}
                  strategy:
                    type: Source
                    sourceStrategy:
                      from: {kind: ImageStreamTag, name: "ruby:2.7"}
                      env: [{name: A, value: b}]
                      incremental: true
                  resources: {limits: {memory: 1Gi}}
                  postCommit: {}
                  triggers:
                    - type: GitHub
                      github: {secret: x}
                """,
        },
        new()
        {
            Name = "a BuildConfig with misspelled and misplaced fields",
            Yaml = """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: b, namespace: shop}
                spec:
                  source:
                    type: Git
                    git: {uri: "https://x"}
                  strategy:
                    type: Docker
                    dockerStrategy:
                      from: {kind: ImageStreamTag, name: "ruby:2.7"}
                      imageOptimizationPOlicy: SkipLayers # ! error ISV1001
                  triggers:
                    - type: ImageChange
                      imageChange:
                        automatic: true # ! error ISV1001
                """,
        },
        new()
        {
            Name = "a DeploymentConfig with everything that one has",
            Yaml = """
                apiVersion: apps.openshift.io/v1
                kind: DeploymentConfig
                metadata: {name: d, namespace: shop}
                spec:
                  replicas: 1
                  selector: {a: b}
                  strategy: {type: Rolling}
                  template:
                    metadata: {labels: {a: b}}
                    spec:
                      containers:
                        - name: c
                          image: x
                          ports: [{containerPort: 80}]
                """,
        },
        new()
        {
            Name = "an ImageStreamTag without policies",
            Yaml = """
                apiVersion: image.openshift.io/v1
                kind: ImageStreamTag
                metadata: {name: "bar1:1.0.12", namespace: shop}
                tag:
                  name: "1.0.12"
                  from: {kind: DockerImage, name: "openshift/wildfly:latest"}
                """,
        },
        new()
        {
            Name = "an ImageStream with a wrong kind and a misspelled field",
            Yaml = """
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata: {name: s, namespace: shop}
                spec:
                  tags:
                    - name: first
                      from: {kind: DockerImage, name: "quay.io/a/b:1"}
                    - name: second
                      from:
                        kind: Image # ! error ISV1101
                        name: "quay.io/a/b:2"
                      importPolicy:
                        schedule: true # ! error ISV1001
                """,
        },
    ];
}

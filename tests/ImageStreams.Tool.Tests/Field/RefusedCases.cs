namespace ImageStreams.Tests.Tool;

/// <summary>Manifests that an API server refuses, with the lines of the fields that it names.</summary>
internal static class RefusedCases
{
    public static FieldCase[] All { get; } =
    [
        new()
        {
            Name = "a BuildConfig",
            Yaml = """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata:
                  name: App_1 # ! error ISV1103
                spec:
                  runPolicy: serial # ! error ISV1103
                  completionDeadlineSeconds: 0 # ! error ISV1103
                  source:
                    git:
                      uri: "" # ! error ISV1101
                      httpProxy: "http://%zz" # ! error ISV1103
                    contextDir: ../app # ! error ISV1103
                  strategy:
                    sourceStrategy:
                      from:
                        kind: Image # ! error ISV1103
                        name: ruby
                      env:
                        - name: 1a # ! error ISV1103
                        - name: A
                          valueFrom:
                            resourceFieldRef: {} # ! error ISV1103
                  output:
                    to:
                      kind: ImageStreamTag
                      name: app # ! error ISV1103
                    imageLabels:
                      - name: a
                      - name: a # ! error ISV1103
                  nodeSelector:
                    example.com/disk: "a b" # ! error ISV1103
                  triggers:
                    - type: Unknown
                    - type: GitHub # ! error ISV1101
                    - type: ImageChange
                      imageChange:
                        from:
                          kind: ImageStreamTag
                          name: other # ! error ISV1103
                """,
        },
        new()
        {
            Name = "a DeploymentConfig",
            Yaml = """
                apiVersion: apps.openshift.io/v1
                kind: DeploymentConfig
                metadata: {name: web}
                spec:
                  replicas: -1 # ! error ISV1103
                  selector: {app: other}
                  strategy:
                    type: Rolling
                    rollingParams:
                      timeoutSeconds: 0 # ! error ISV1103
                      maxSurge: five # ! error ISV1103
                  triggers:
                    - type: ImageChange
                      imageChangeParams:
                        containerNames: [web]
                        from:
                          kind: ImageStreamTag
                          name: web # ! error ISV1103
                  template:
                    metadata:
                      labels: # ! error ISV1103, error ISV1103
                        app: web
                        tier: a b
                    spec:
                      restartPolicy: Never # ! error ISV1104
                      containers:
                        - name: web
                        - name: side # ! error ISV1101
                        - name: web # ! error ISV1102
                          image: quay.io/app/web:1
                """,
        },
        new()
        {
            Name = "workloads",
            Yaml = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: other}}
                  template:
                    metadata:
                      labels: {app: web} # ! error ISV1103
                    spec:
                      containers:
                        - name: Web # ! error ISV1103
                          image: "" # ! error ISV1101
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly}
                spec: # ! error ISV1101
                  jobTemplate:
                    spec:
                      template:
                        spec: # ! error ISV1101
                          containers: [{name: a, image: a}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {generateName: shell-}
                spec:
                  containers:
                    - name: shell
                      image: " ubi9" # ! error ISV1103
                """,
        },
        new()
        {
            Name = "a stream without a namespace, which the request has",
            Yaml = """
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata: {generateName: ruby}
                """,
        },
        new()
        {
            Name = "a template whose parameter has no value",
            Yaml = """
                apiVersion: template.openshift.io/v1
                kind: Template
                metadata: {name: site}
                parameters:
                  - name: BASE # ! error ISM1006
                    required: true
                objects:
                  - apiVersion: build.openshift.io/v1
                    kind: BuildConfig
                    metadata: {name: "${BASE}"}
                    spec:
                      source: {dockerfile: "FROM a"}
                      strategy: {dockerStrategy: {from: {kind: ImageStreamTag, name: "${BASE}"}}}
                """,
        },
    ];
}

using System.Globalization;
using System.Text;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>A folder of YAML manifests, made by rule: 20 objects a file, four of each of five kinds.</summary>
/// <remarks>Application k has a stream, a build, a deployment, a service and a config map. Its build is based on the stream of
/// application k - 1 of its namespace, so that moving the first tag rebuilds the whole namespace.</remarks>
public sealed class ManifestFolder : IDisposable
{
    private const int ApplicationsPerFile = 4;
    private const int ApplicationsPerNamespace = 40;
    private const int ObjectsPerApplication = 5;

    private ManifestFolder(int objects)
    {
        var applications = objects / ObjectsPerApplication;
        for (var first = 0; first < applications; first += ApplicationsPerFile)
        {
            var text = new StringBuilder();
            for (var k = first; k < Math.Min(first + ApplicationsPerFile, applications); k++)
            {
                AppendApplication(text, k);
            }

            File.WriteAllText(System.IO.Path.Combine(Path, $"apps-{first / ApplicationsPerFile:D5}.yaml"), text.ToString());
        }
    }

    /// <summary>The tag that everything of the first namespace is built from.</summary>
    public static string FirstTag => "team0/app0:latest";

    public string Path { get; } = Directory.CreateTempSubdirectory("manifests-").FullName;

    public static ManifestFolder Create(int objects) => new(objects);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static void AppendApplication(StringBuilder text, int k)
    {
        var from = k % ApplicationsPerNamespace == 0 ? "base:latest" : $"app{k - 1}:latest";
        text.Append(CultureInfo.InvariantCulture, $$"""
            # Application {{k}}
            apiVersion: image.openshift.io/v1
            kind: ImageStream
            metadata:
              name: app{{k}}
              namespace: team{{k / ApplicationsPerNamespace}}
              labels: {app: app{{k}}, tier: backend}
            spec:
              lookupPolicy:
                local: true
              tags:
              - name: base
                from:
                  kind: DockerImage
                  name: quay.io/team{{k % 97}}/base:{{k % 11}}
                importPolicy:
                  scheduled: true
            ---
            apiVersion: build.openshift.io/v1
            kind: BuildConfig
            metadata:
              name: app{{k}}
              namespace: team{{k / ApplicationsPerNamespace}}
            spec:
              source:
                type: Git
                git:
                  uri: "https://git.example.com/team/app{{k}}.git"   # the default branch
              strategy:
                type: Source
                sourceStrategy:
                  from:
                    kind: ImageStreamTag
                    name: {{from}}
              output:
                to:
                  kind: ImageStreamTag
                  name: app{{k}}:latest
              triggers:
              - type: ImageChange
                imageChange: {}
              - type: ConfigChange
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: app{{k}}
              namespace: team{{k / ApplicationsPerNamespace}}
              annotations:
                image.openshift.io/triggers: '[{"from":{"kind":"ImageStreamTag","name":"app{{k}}:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\"web\")].image"}]'
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: app{{k}}
              template:
                metadata:
                  labels:
                    app: app{{k}}
                spec:
                  containers:
                  - name: web
                    image: app{{k}}:latest
                    ports:
                    - containerPort: 8080
                    env:
                    - name: MODE
                      value: production
                    resources:
                      limits:
                        memory: 256Mi
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: app{{k}}
              namespace: team{{k / ApplicationsPerNamespace}}
            spec:
              selector:
                app: app{{k}}
              ports:
              - port: 80
                targetPort: 8080
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: app{{k}}
              namespace: team{{k / ApplicationsPerNamespace}}
            data:
              settings.ini: |
                [web]
                port = 8080
                mode = production
            ---

            """);
    }
}

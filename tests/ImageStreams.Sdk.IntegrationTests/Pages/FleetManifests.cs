using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Manifests of a fleet: base images of a platform, and teams that each build a runtime and services on it.</summary>
internal static class FleetManifests
{
    /// <summary>The nodes of the platform, and of each team.</summary>
    public const int PlatformNodes = 12, TeamNodes = 26;

    private static readonly string[] Languages = ["dotnet", "golang", "nodejs", "ruby"];
    private static readonly string[] Services = ["audit", "billing", "cart", "mailer", "orders", "search"];

    /// <summary>Writes one file for the platform and one for each team.</summary>
    public static void Write(ScratchFolder folder, int teams)
    {
        folder.Write("platform.yaml", Join(Languages.Select(CreateBase)));
        for (var team = 0; team < teams; team++)
        {
            folder.Write($"team-{team:000}.yaml", Join(CreateTeam($"team-{team:000}", Languages[team % Languages.Length])));
        }
    }

    private static string Join(IEnumerable<string> documents) => string.Join("\n---\n", documents);

    private static IEnumerable<string> CreateTeam(string team, string language) =>
        Services.SelectMany((service, number) => new[]
        {
            CreateAlias(team, service),
            CreateBuild(team, service, "runtime:1", team, $"{service}:latest", number == 2),
            CreateWorkload(team, service),
        }).Prepend(CreateBuild(team, "runtime", $"{language}:latest", "platform", "runtime:1", isPaused: false));

    private static string CreateBase(string language) => $$"""
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: {{language}}, namespace: platform}
        spec:
          tags:
            - name: "1"
              from: {kind: DockerImage, name: "registry.example.com/ubi9/{{language}}:latest"}
              importPolicy: {scheduled: true}
            - name: latest
              from: {kind: ImageStreamTag, name: "1"}
        """;

    private static string CreateAlias(string team, string service) => $$"""
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: {{service}}, namespace: {{team}}}
        spec:
          lookupPolicy: {local: true}
          tags:
            - name: stable
              from: {kind: ImageStreamTag, name: latest}
        """;

    private static string CreateBuild(string team, string name, string from, string fromNamespace, string output, bool isPaused) => $$"""
        apiVersion: build.openshift.io/v1
        kind: BuildConfig
        metadata: {name: {{name}}, namespace: {{team}}}
        spec:
          source: {type: Git, git: {uri: "https://git.example.com/{{team}}/{{name}}.git"} }
          strategy:
            type: Source
            sourceStrategy:
              from: {kind: ImageStreamTag, name: "{{from}}", namespace: {{fromNamespace}}}
          output:
            to: {kind: ImageStreamTag, name: "{{output}}"}
          triggers:
            - type: ImageChange
              imageChange: {paused: {{(isPaused ? "true" : "false")}}}
        """;

    private static string CreateWorkload(string team, string name) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{name}}
          namespace: {{team}}
          annotations:
            image.openshift.io/triggers: >-
              [{"from":{"kind":"ImageStreamTag","name":"{{name}}:stable"},"fieldPath":"spec.template.spec.containers[0].image"}]
        spec:
          selector: {matchLabels: {app: {{name}}} }
          template:
            metadata: {labels: {app: {{name}}} }
            spec:
              containers:
                - {name: app, image: "{{name}}:stable"}
        """;
}

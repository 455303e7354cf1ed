using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>A pushed image reaches a Deployment, as <c>docs/how-to/serve.md</c> tells it.</summary>
[Collection(KubectlCollection.Name)]
public sealed class RolloutTests(KubectlServers servers)
{
    private const string Columns = "custom-columns=NAME:.metadata.name,IMAGE:.spec.template.spec.containers[0].image";

    private const string Deployment =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          annotations:
            image.openshift.io/triggers: |
              [{"from": {"kind": "ImageStreamTag", "name": "web:latest"},
                "fieldPath": "spec.template.spec.containers[?(@.name==\"web\")].image"}]
        spec:
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - name: web
                image: placeholder

        """;

    private string Stream =>
        $"""
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata:
          name: web
        spec:
          tags:
          - name: latest
            from:
              kind: DockerImage
              name: {servers.Registry.Host}/team/web:latest
            importPolicy:
              insecure: true
              scheduled: true

        """;

    [KubectlSkopeoFact]
    public async Task Push_ImageThatADeploymentFollows_IsInIt()
    {
        using var kubectl = servers.Begin(KubectlVersion.Current, "rollout");
        kubectl.Write("stream.yaml", Stream);
        kubectl.Write("deployment.yaml", Deployment);

        await PushAsync(kubectl, "1.0");
        await kubectl.RunAllAsync("apply -f stream.yaml", "apply -f deployment.yaml");
        await kubectl.WaitForAsync("get deployment web -o yaml", "image: " + servers.Registry.Host);
        var watch = kubectl.Start($"get deployment web -w -o {Columns}");
        await watch.WaitForLinesAsync(2);
        await PushAsync(kubectl, "1.1");
        await watch.WaitForLinesAsync(3);
        await kubectl.ShowAsync(watch);

        KubectlGolden.AssertEqual(KubectlVersion.Current, "rollout", kubectl.Terminal);
        var page = await File.ReadAllTextAsync(Path.Combine(DotNet.Root, "docs", "how-to", "serve.md"));
        Assert.Contains(kubectl.Terminal.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains(Deployment, page, StringComparison.Ordinal);
    }

    private async Task PushAsync(KubectlSession kubectl, string version)
    {
        await servers.Registry.PushAsync($"builds/web:{version}", SyntheticImage.Create($"web {version}"));
        var (from, to) = ($"docker://{servers.Registry.Host}/builds/web:{version}", $"docker://{servers.Registry.Host}/team/web:latest");
        kubectl.ShowOther($"skopeo copy --preserve-digests {from} {to}");
        await Skopeo.CopyAsync(from, to);
    }
}

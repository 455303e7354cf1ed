using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Manifests of streams for kubectl, and the images that they follow.</summary>
internal static class StreamFiles
{
    /// <summary>Pushes <c>shop/app</c> in versions 1.0, 1.1 and 2.0; the same images each time.</summary>
    public static async Task PushAsync(KubectlServers servers)
    {
        foreach (var tag in (string[])["1.0", "1.1", "2.0"])
        {
            await servers.Registry.PushAsync($"shop/app:{tag}", SyntheticImage.Create($"app {tag}"));
        }
    }

    /// <summary>A stream whose tags follow <c>shop/app</c>.</summary>
    /// <param name="servers">The servers, for the address of the registry.</param>
    /// <param name="name">The name of the stream.</param>
    /// <param name="tags">The tags, as <c>NAME=TAG OF THE IMAGE</c>.</param>
    public static string Create(KubectlServers servers, string name, params string[] tags) =>
        $"""
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata:
          name: {name}
          labels:
            app: {name}
        spec:
          tags:
        {string.Join('\n', tags.Select(tag => CreateTag(servers, tag.Split('='))))}

        """;

    private static string CreateTag(KubectlServers servers, string[] tag) =>
        $"""
          - name: "{tag[0]}"
            from:
              kind: DockerImage
              name: {servers.Registry.Host}/shop/app:{tag[1]}
            importPolicy:
              insecure: true
        """;
}

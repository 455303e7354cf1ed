using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Commands that read.</summary>
internal static class EverydayReads
{
    private const string Digest = "sha256:73bed0609b27e66d564e1be7bae0f3bee5ea04a282caaa9179a982dfe3ff937c";
    private const string Namespace = EverydayCluster.Namespace;

    private static readonly ListOptions InPages = new() { Limit = 500 };

    public static IReadOnlyList<EverydayVerb> All =>
    [
        new("oc get is -o json", on => ListStreamsAsync(on, Namespace, InPages)),
        new("oc get is -A", on => ListStreamsAsync(on, null, InPages)),
        new("kubectl get is --field-selector=metadata.name=web", on => ListStreamsAsync(on, Namespace, InPages with { FieldSelector = "metadata.name=web" })),
        new("oc get is --chunk-size=1", on => ListStreamsAsync(on, Namespace, new ListOptions { Limit = 1 })),
        new("oc get is web -o yaml", on => on.Client.Streams.GetAsync(Namespace, "web")),
        new("kubectl describe is web", on => on.Client.Streams.GetAsync(Namespace, "web"), NamedDifference.OneReading),
        new("oc get istag", on => on.Client.Tags.ListAsync(Namespace, InPages)),
        new("oc get istag web:1 -o yaml", on => on.Client.Tags.GetAsync(Namespace, "web:1")),
        new("kubectl describe istag web:1", on => on.Client.Tags.GetAsync(Namespace, "web:1"), NamedDifference.OneReading),
        new("oc get imagetags", on => on.Client.ImageTags.ListAsync(Namespace, InPages)),
        new("oc get images", on => on.Client.Images.ListAsync(InPages)),
        new($"oc get image {Digest} -o yaml", on => on.Client.Images.GetAsync(on.ImageName)),
        new($"oc get isimage app@{Digest}", on => on.Client.StreamImages.GetAsync(Namespace, "app@" + on.ImageName)),
        new($"oc describe isimage app@{Digest}", on => on.Client.StreamImages.GetAsync(Namespace, "app@" + on.ImageName), NamedDifference.OneReading),
        new("kubectl get is --watch", ListAndWatchAsync, NamedDifference.BoundedWatch),
        new("oc wait is/web --for=condition=Ready --timeout=2s", GetAndWatchAsync),
        new("oc get all", ReadWorkspaceAsync, NamedDifference.Fewer, NamedDifference.Mirrors),
    ];

    private static async Task ListStreamsAsync(EverydayCluster on, string? ns, ListOptions options)
    {
        var streams = await on.Client.Streams.ListAllAsync(ns, options).ToListAsync();
        Assert.NotEmpty(streams);
    }

    private static async Task ListAndWatchAsync(EverydayCluster on)
    {
        var list = await on.Client.Streams.ListAsync(Namespace, InPages);
        await on.LabelAsync("web", "front");
        await on.LabelAsync("web", "back");
        var options = new WatchOptions { ResourceVersion = list.Metadata.ResourceVersion };
        Assert.IsType<WatchEvent<ImageStream>.Modified>(await on.Client.Streams.WatchAsync(Namespace, options).FirstAsync());
    }

    private static async Task GetAndWatchAsync(EverydayCluster on)
    {
        await on.Client.Streams.GetAsync(Namespace, "web");
        var options = new WatchOptions { FieldSelector = "metadata.name=web", SendInitialEvents = true };
        Assert.IsType<WatchEvent<ImageStream>.Added>(await on.Client.Streams.WatchAsync(Namespace, options).FirstAsync());
    }

    /// <summary>Reads what the commands of the tool read of a cluster.</summary>
    private static async Task ReadWorkspaceAsync(EverydayCluster on)
    {
        var workspace = await new ClusterWorkspaceReader(on.Connection).ReadAsync(Namespace);
        Assert.NotEmpty(workspace.Objects.Streams);
    }
}

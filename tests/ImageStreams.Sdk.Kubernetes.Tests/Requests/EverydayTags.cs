using ImageStreams.Clients;
using ImageStreams.References;
using static ImageStreams.Tests.Kubernetes.NamedDifference;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Commands that point tags somewhere, and that import images.</summary>
internal static class EverydayTags
{
    private const string Namespace = EverydayCluster.Namespace;

    private static readonly TagImportPolicy Insecure = new() { Insecure = true };

    public static IReadOnlyList<EverydayVerb> All =>
    [
        new("oc tag 127.0.0.1:5000/test/app:1.0.0 app:1 --insecure", on => FollowAsync(on, "1.0.0", Tag("app", "1")), FieldManager, TagIsRead, Defaults) { Without = "app" },
        new("oc tag 127.0.0.1:5000/test/app:2.0.0 pr:1 --insecure", on => FollowAsync(on, "2.0.0", Tag("pr", "1")), FieldManager, TagIsRead, KnownVersion, Defaults),
        new("oc tag --source=docker 127.0.0.1:5000/test/app:2.0.0 app:sched --scheduled --insecure",
            on => FollowAsync(on, "2.0.0", Tag("app", "sched"), Insecure with { Scheduled = true }), FieldManager, TagIsRead, Defaults),
        new("oc tag --alias app:1 app:alias", on => on.Client.TrackTagAsync(Tag("app", "1"), Tag("app", "alias")), FieldManager, TagIsRead, Defaults),
        new("oc tag app:1 other:1 other2:2", CopyTwiceAsync, FieldManager, TagIsRead, Defaults),
        new("oc tag app:1 shop-prod/app:1", on => on.Client.CopyTagAsync(Tag("app", "1"), Tag("app", "1", "shop-prod")), FieldManager, TagIsRead, Defaults),
        new("oc import-image imp:1 --from=127.0.0.1:5000/test/app:1.0.0 --confirm --insecure", on => ImportAsync(on, "imp", import: true), FieldManager, Defaults) { Without = "imp" },
        new("oc import-image dry:1 --from=127.0.0.1:5000/test/app:1.0.0 --confirm --insecure --dry-run", on => ImportAsync(on, "dry", import: false), FieldManager, Defaults),
        new("oc import-image imp:1", ImportAgainAsync, FieldManager),
    ];

    private static ImageStreamTagName Tag(string stream, string tag, string ns = Namespace) => EverydayCluster.Tag(stream, tag, ns);

    private static Task FollowAsync(EverydayCluster on, string image, ImageStreamTagName tag, TagImportPolicy? policy = null) =>
        on.Client.FollowImageAsync(on.Image(image), tag, policy ?? Insecure);

    private static async Task CopyTwiceAsync(EverydayCluster on)
    {
        await on.Client.CopyTagAsync(Tag("app", "1"), Tag("other", "1"));
        await on.Client.CopyTagAsync(Tag("app", "1"), Tag("other2", "2"));
    }

    private static async Task ImportAsync(EverydayCluster on, string stream, bool import)
    {
        Assert.Null(await on.Client.Streams.FindAsync(ImageStreamName.FromParts(Namespace, stream)));
        await on.Client.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Name = stream, Namespace = Namespace },
            Spec = new ImageStreamImportSpec { Import = import, Images = [on.CreateImport("1")] },
        });
    }

    private static async Task ImportAgainAsync(EverydayCluster on)
    {
        var stream = await on.Client.Streams.GetAsync(Namespace, "imp");
        var tag = stream.Spec.Tags.Find("1")!;
        await on.Client.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Name = "imp", Namespace = Namespace, ResourceVersion = stream.Metadata.ResourceVersion },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Images = [on.CreateImport("1") with { ImportPolicy = tag.ImportPolicy, ReferencePolicy = tag.ReferencePolicy }],
            },
        });
    }
}

using ImageStreams.Clients;
using ImageStreams.Patching;
using static ImageStreams.Tests.Kubernetes.NamedDifference;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Commands that change objects with patches, create and delete them.</summary>
internal static class EverydayWrites
{
    private const string Namespace = EverydayCluster.Namespace;

    public static IReadOnlyList<EverydayVerb> All =>
    [
        new("oc label is/web tier=front --overwrite", on => PatchAsync(on, ObjectPatch.Merge("""{"metadata":{"labels":{"tier":"front"}}}""")), FieldManager, NoReadBefore),
        new("oc label is/web tier-", on => PatchAsync(on, ObjectPatch.Merge("""{"metadata":{"labels":{"tier":null}}}""")), FieldManager, NoReadBefore),
        new("kubectl annotate is/web note=kubectl --overwrite", on => PatchAsync(on, ObjectPatch.Merge("""{"metadata":{"annotations":{"note":"kubectl"}}}""")), FieldManager, NoReadBefore),
        new("""kubectl patch is/web --type=merge -p '{"spec":{"lookupPolicy":{"local":false}}}'""",
            on => PatchAsync(on, ObjectPatch.Merge("""{"spec":{"lookupPolicy":{"local":false}}}""")), FieldManager, NoReadBefore),
        new("""oc patch is/web --type=json -p '[{"op":"replace","path":"/spec/lookupPolicy/local","value":true}]'""",
            on => PatchAsync(on, ObjectPatch.Json("""[{"op":"replace","path":"/spec/lookupPolicy/local","value":true}]""")), FieldManager, NoReadBefore),
        new("""kubectl patch is/web -p '{"spec":{"tags":[{"name":"2","importPolicy":{"insecure":true},"referencePolicy":{"type":"Local"}}]}}'""",
            on => PatchAsync(on, ObjectPatch.StrategicMerge("""{"spec":{"tags":[{"name":"2","importPolicy":{"insecure":true},"referencePolicy":{"type":"Local"}}]}}""")),
            FieldManager, NoReadBefore),
        new("""kubectl patch istag/web:2 --type=merge -p '{"tag":{"annotations":{"x":"y"}}}'""",
            on => on.Client.Tags.PatchAsync(Namespace, "web:2", ObjectPatch.Merge("""{"tag":{"annotations":{"x":"y"}}}""")), FieldManager, NoReadBefore),
        new("""oc patch is/web --subresource=status --type=merge -p '{"status":{}}'""",
            on => on.Client.Streams.PatchStatusAsync(Namespace, "web", ObjectPatch.Merge("""{"status":{}}""")), FieldManager, NoReadBefore),
        new("oc set image-lookup imp", on => on.Client.Streams.PatchAsync(
            Namespace, "imp", ObjectPatch.StrategicMerge("""{"spec":{"lookupPolicy":{"local":true}}}""")), FieldManager, NoReadBefore),
        new("oc apply --server-side -f -", ApplyAsync, FieldManager, Warnings) { Without = "ssa" },
        new("oc create imagestream fresh", on => on.Client.Streams.CreateAsync(new ImageStream { Metadata = Named("fresh") }), FieldManager, NamespaceInBody) { Without = "fresh" },
        new("oc create imagestreamtag fresh:2 --from=web:1", CreateTagAsync, FieldManager, NamespaceInBody, NameOfTag),
        new("kubectl delete is/gone", on => on.Client.Streams.DeleteAsync(Namespace, "gone"), Background, NoReadAfter),
        new("oc delete is -l seen=yes", DeleteSelectedAsync, Background, NoReadAfter),
        new("oc delete istag web:2", on => on.Client.Tags.DeleteAsync(Namespace, "web:2"), Background, NoReadAfter),
        new("oc delete is/gone", DeleteMissingAsync, Background) { Without = "gone" },
    ];

    private static ObjectMeta Named(string name) => new() { Name = name, Namespace = Namespace };

    private static Task PatchAsync(EverydayCluster on, ObjectPatch patch) => on.Client.Streams.PatchAsync(Namespace, "web", patch);

    private static Task ApplyAsync(EverydayCluster on)
    {
        var image = $"{on.Registry}/test/app";
        return on.Client.Streams.PatchAsync(Namespace, "ssa", ObjectPatch.Apply($$$"""
            {"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"labels":{"app":"web"},"name":"ssa","namespace":"shop"},
            "spec":{"lookupPolicy":{"local":true},"tags":[
            {"from":{"kind":"DockerImage","name":"{{{image}}}:1.0.1"},"importPolicy":{"insecure":true},"name":"1"},
            {"from":{"kind":"DockerImage","name":"{{{image}}}:2.0.0"},"importPolicy":{"insecure":true},"name":"2"}]}}
            """), new WriteOptions { FieldManager = "gitops" });
    }

    private static Task CreateTagAsync(EverydayCluster on) => on.Client.Tags.CreateAsync(new ImageStreamTag
    {
        Metadata = Named("fresh:2"),
        Tag = new TagReference { Name = "2", From = ObjectReference.ImageStreamTag("web:1") },
    });

    private static async Task DeleteSelectedAsync(EverydayCluster on)
    {
        var selected = await on.Client.Streams.ListAsync(Namespace, new ListOptions { LabelSelector = "seen=yes" });
        foreach (var stream in selected.Items)
        {
            await on.Client.Streams.DeleteAsync(Namespace, stream.Name);
        }
    }

    private static async Task DeleteMissingAsync(EverydayCluster on) =>
        Assert.Equal(ApiFailure.NotFound, (await Assert.ThrowsAsync<ApiException>(() => on.Client.Streams.DeleteAsync(Namespace, "gone"))).Reason);
}

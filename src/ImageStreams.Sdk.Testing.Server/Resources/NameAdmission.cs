using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Replaces the names of streams in pod templates and builds by pull specs when they are written, as the image policy of
/// OpenShift does.</summary>
/// <param name="streams">The streams.</param>
/// <param name="internalRegistryHostname">The host and port of the integrated registry; empty when there is none.</param>
internal sealed class NameAdmission(IObjectStore<ImageStream> streams, string internalRegistryHostname)
{
    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>Admits an object that is created or updated, in place.</summary>
    /// <param name="document">The object as it will be stored.</param>
    /// <param name="old">The object that it replaces; null for a new one.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task AdmitAsync(JsonObject document, JsonObject? old, CancellationToken cancellationToken)
    {
        if (document.FindText("kind") == Build.KindName)
        {
            await AdmitBuildAsync(document, old, cancellationToken).ConfigureAwait(false);
        }
        else if (TryParse(document) is { } workload && workload.Containers.Any(MayBeAName))
        {
            var admission = await CreateAsync(workload.Namespace ?? "", cancellationToken).ConfigureAwait(false);
            Rewrite(document, admission.Admit(workload, TryParse(old)).Results, SetImage);
        }

        bool MayBeAName(WorkloadContainer container) => container.Image is { Length: > 0 } image
            && (!image.Contains('/', StringComparison.Ordinal) || ResolvesAll(document));
    }

    private async Task AdmitBuildAsync(JsonObject document, JsonObject? old, CancellationToken cancellationToken)
    {
        if (old is null)
        {
            var build = ImageStreamJson.Deserialize<Build>(ObjectDocuments.ToUtf8(document), OfAnyVersion);
            var admission = await CreateAsync(build.Namespace, cancellationToken).ConfigureAwait(false);
            Rewrite(document, admission.Admit(build).Results, SetReference);
        }
    }

    // The annotation may be anywhere above the containers; the admission itself looks at the right places.
    private static bool ResolvesAll(JsonObject document) =>
        document.ToJsonString().Contains(ImageAdmission.ResolveNamesAnnotation, StringComparison.Ordinal);

    private static Workload? TryParse(JsonObject? document) =>
        document is not null && Workload.TryParse(ObjectDocuments.ToUtf8(document), out var workload) ? workload : null;

    private async Task<ImageAdmission> CreateAsync(string ns, CancellationToken cancellationToken)
    {
        var page = await streams.ListAsync(new ListQuery { Namespace = ns }, cancellationToken).ConfigureAwait(false);
        return new ImageAdmission(new ImageNameResolver([.. page.Items.Select(WithRepository)], internalRegistryHostname));
    }

    // The repository for pushes is not stored: readers get it from the name of the registry.
    private ImageStream WithRepository(ImageStream stream) => internalRegistryHostname.Length == 0
        ? stream
        : stream with
        {
            Status = stream.Status with { DockerImageRepository = $"{internalRegistryHostname}/{stream.Namespace}/{stream.Name}" },
        };

    private static void Rewrite(JsonObject document, ValueList<AdmissionResult> results, Action<JsonObject, string> set)
    {
        foreach (var result in results.OfType<AdmissionResult.Rewritten>())
        {
            if (ObjectPaths.Find(document, result.Path) is { } place)
            {
                set(place, result.PullSpec);
            }
        }
    }

    private static void SetImage(JsonObject container, string image) => container["image"] = image;

    private static void SetReference(JsonObject reference, string image)
    {
        reference.Clear();
        (reference["kind"], reference["name"]) = ("DockerImage", image);
    }
}

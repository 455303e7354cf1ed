using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Resolution;

/// <summary>Rewrites the names of image streams in workloads and builds, as OpenShift does at admission.</summary>
/// <remarks>
/// <para>The default policy of the admission plugin <c>image.openshift.io/ImagePolicy</c>: names that can be resolved
/// are resolved, and the others are unchanged. An image is rewritten only if it is the name of a stream whose lookup
/// policy is local, or if the annotation <see cref="ResolveNamesAnnotation"/> makes all images such names.</para>
/// <para>Pure; safe to share between threads.</para>
/// </remarks>
public sealed partial class ImageAdmission
{
    /// <summary>
    /// The annotation, of an object or of its pod template, whose value <c>*</c> makes every image the name of a stream.
    /// </summary>
    public const string ResolveNamesAnnotation = "alpha.image.policy.openshift.io/resolve-names";

    private const string AllNames = "*";

    private readonly ImageNameResolver _names;

    /// <summary>Creates an admission on a resolver.</summary>
    /// <param name="names">The resolver of names.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    public ImageAdmission(ImageNameResolver names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
    }

    /// <summary>The namespace of objects that have none; <c>default</c> by default.</summary>
    public string DefaultNamespace { get; init; } = "default";

    /// <summary>Admits a workload that is created or updated.</summary>
    /// <param name="workload">The new workload, or its state after the update.</param>
    /// <param name="old">The state before the update; null for a new workload.</param>
    /// <returns>The workload with its images rewritten, and the result for each image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public WorkloadAdmission Admit(Workload workload, Workload? old = null)
    {
        ArgumentNullException.ThrowIfNull(workload);

        var results = GetResults(workload, old).ToValueList();
        var next = 0;
        return new WorkloadAdmission
        {
            Workload = workload.WithImages(_ => (results[next++] as AdmissionResult.Rewritten)?.PullSpec),
            Results = results,
        };
    }

    private IEnumerable<AdmissionResult> GetResults(Workload workload, Workload? old)
    {
        if (FindReasonToSkip(workload, isUpdate: old is not null) is { } reason)
        {
            return workload.Containers.Select(container => LeftAlone(container.Path, ToReference(container), reason));
        }

        var resolveAll = ResolvesAll(workload);
        var previous = old is null || ResolvesAll(old) != resolveAll ? [] : GetImagesByName(old);
        var ns = workload.Namespace ?? DefaultNamespace;
        return workload.Containers.Select(container => IsUnchanged(container, previous)
            ? LeftAlone(container.Path, ToReference(container), AdmissionReason.Unchanged)
            : Evaluate(container.Path, ToReference(container), ns, resolveAll));
    }

    private AdmissionResult Evaluate(string path, ObjectReference from, string ns, bool resolveAll)
    {
        var resolution = _names.Resolve(from, ns, resolveAll);
        return resolution switch
        {
            ImageNameResolution.Resolved { IsLocalName: true } local => Rewritten(path, from, local.PullSpec, resolution),
            ImageNameResolution.EmptyTag empty => Rewritten(path, from, empty.PullSpec, resolution),
            ImageNameResolution.Resolved => LeftAlone(path, from, AdmissionReason.NotALocalName, resolution),
            _ => LeftAlone(path, from, AdmissionReason.NotResolved, resolution),
        };
    }

    private static AdmissionReason? FindReasonToSkip(Workload workload, bool isUpdate) =>
        workload switch
        {
            { Kind: "PodTemplate" } => AdmissionReason.KindNotCovered,
            { HasController: true } => AdmissionReason.HasController,
            { Kind: "Job" } when isUpdate => AdmissionReason.OnlyOnCreate,
            _ => null,
        };

    /// <summary>Determines whether the annotation of a workload makes every image the name of a stream.</summary>
    internal static bool ResolvesAll(Workload workload) =>
        workload.FindAnnotation(ResolveNamesAnnotation) == AllNames
        || workload.FindTemplateAnnotation(ResolveNamesAnnotation) == AllNames;

    /// <summary>Determines whether annotations make every image the name of a stream.</summary>
    internal static bool ResolvesAll(ValueMap<string> annotations) =>
        annotations.TryGetValue(ResolveNamesAnnotation, out var value) && value == AllNames;

    /// <summary>Gets the images of containers by name; when two containers have the same name, the first is used.</summary>
    private static Dictionary<string, string> GetImagesByName(Workload workload)
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var container in workload.Containers)
        {
            images.TryAdd(container.Name, container.Image ?? "");
        }

        return images;
    }

    private static bool IsUnchanged(WorkloadContainer container, Dictionary<string, string> previous) =>
        previous.TryGetValue(container.Name, out var image) && image == (container.Image ?? "");

    private static ObjectReference ToReference(WorkloadContainer container) => ObjectReference.DockerImage(container.Image ?? "");

    private static AdmissionResult.Rewritten Rewritten(
        string path, ObjectReference from, string pullSpec, ImageNameResolution resolution) =>
        new() { Path = path, From = from, PullSpec = pullSpec, Resolution = resolution };

    private static AdmissionResult.LeftAlone LeftAlone(
        string path, ObjectReference from, AdmissionReason reason, ImageNameResolution? resolution = null) =>
        new() { Path = path, From = from, Reason = reason, Resolution = resolution };
}

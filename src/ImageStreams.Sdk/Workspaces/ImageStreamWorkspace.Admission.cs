using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Workloads;

namespace ImageStreams.Workspaces;

/// <content>The answers about admission.</content>
public sealed partial class ImageStreamWorkspace
{
    /// <summary>Admits a workload: replaces the names of streams in its containers by pull specs, as OpenShift does.</summary>
    /// <param name="workload">The workload; it need not be one of the workspace.</param>
    /// <returns>The workload with its images, the result for each container, and the assumptions that they rest on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public WorkspaceAdmission Admit(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var admission = new ImageAdmission(_names.Value).Admit(workload);
        return new WorkspaceAdmission { Admission = admission, RestsOn = Sum(admission.Results) };
    }

    /// <summary>Admits a build: replaces the names of streams in its references by pull specs, as OpenShift does.</summary>
    /// <param name="build">The build; it need not be one of the workspace.</param>
    /// <returns>The build with its images, the result for each reference, and the assumptions that they rest on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public WorkspaceBuildAdmission Admit(Build build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var admission = new ImageAdmission(_names.Value).Admit(build);
        return new WorkspaceBuildAdmission { Admission = admission, RestsOn = Sum(admission.Results) };
    }

    /// <summary>Finds the assumptions that the result of one image rests on.</summary>
    /// <param name="result">The result, of <see cref="Admit(Workload)"/> or <see cref="Admit(Build)"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public WorkspaceAssumptions FindAssumption(AdmissionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var resolution = result switch
        {
            AdmissionResult.Rewritten rewritten => rewritten.Resolution,
            AdmissionResult.LeftAlone left => left.Resolution,
            _ => null,
        };
        return FindTag(resolution) is { } tag ? FindAssumption(tag) : WorkspaceAssumptions.AsStored;
    }

    private WorkspaceAssumptions Sum(IEnumerable<AdmissionResult> results) =>
        results.Aggregate(WorkspaceAssumptions.AsStored, (sum, result) => sum | FindAssumption(result));

    /// <summary>Finds the tag that a name means; null when it means none, or an image by its digest.</summary>
    private static ImageStreamTagName? FindTag(ImageNameResolution? resolution) => resolution switch
    {
        ImageNameResolution.NotLocal notLocal => notLocal.Tag,
        ImageNameResolution.Resolved { Stream: { } stream } resolved
            when ImageReference.TryParse(resolved.Name, out var name) && name.Id.Length == 0 =>
                stream.WithTag(PullSpecs.OrLatest(name.Tag)),
        _ => null,
    };
}

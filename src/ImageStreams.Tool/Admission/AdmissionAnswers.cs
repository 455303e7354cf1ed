using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Workloads;

namespace ImageStreams.Tool;

/// <summary>Answers what the images of all workloads become.</summary>
internal static class AdmissionAnswers
{
    /// <summary>Admits all workloads of the manifests.</summary>
    public static ValueList<AdmissionAnswer> Create(LoadedInput input) =>
        [.. input.Manifests.Objects.SelectMany(source => Create(input, source))];

    private static IEnumerable<AdmissionAnswer> Create(LoadedInput input, ManifestObject source) => source.Value switch
    {
        Workload workload => Create(input, source, workload),
        DeploymentConfig => Create(input, source, PinCandidates.ToWorkload(source)),
        _ => [],
    };

    private static IEnumerable<AdmissionAnswer> Create(LoadedInput input, ManifestObject source, Workload workload)
    {
        var answer = input.Workspace.Admit(workload);
        return answer.Admission.Results.Select(result => new AdmissionAnswer
        {
            Source = source,
            Result = result,
            RestsOn = input.Workspace.FindAssumption(result),
        });
    }
}

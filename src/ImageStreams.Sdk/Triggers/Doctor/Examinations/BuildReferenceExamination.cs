using ImageStreams.Builds;
using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of the base image and the output of a build configuration.</summary>
/// <param name="written">The build configuration as it is written.</param>
/// <param name="stored">The same as an API server stores it.</param>
/// <param name="findings">The findings on it.</param>
/// <param name="tags">The tags that exist.</param>
internal sealed class BuildReferenceExamination(
    BuildConfig written, BuildConfig stored, ObjectFindings findings, ExaminedTags tags)
{
    private const string OutputPath = "spec.output.to";

    /// <summary>Determines whether an API server appends a tag to a name that has one already.</summary>
    public static bool HasAppendedTag(ObjectReference? written, ObjectReference? stored) =>
        written?.Name != stored?.Name && written?.Name?.Contains(':', StringComparison.Ordinal) == true;

    public void Run()
    {
        CheckStored(written.Spec.Strategy.From, stored.Spec.Strategy.From, BuildInputs.GetBasePath(stored));
        CheckStored(written.Spec.Output.To, stored.Spec.Output.To, OutputPath);
        CheckOutput();
    }

    private void CheckStored(ObjectReference? before, ObjectReference? after, string path)
    {
        if (HasAppendedTag(before, after))
        {
            findings.AddCorrected(
                TriggerRules.InvalidName,
                $"{path}.name",
                tag: null,
                new TriggerCorrection { Path = $"{path}.kind", Value = JsonLiteral.FromText(ReferenceKinds.ImageStreamTag) },
                $"The tag '{after!.Name}'",
                "OpenShift appends :latest to the name of a stream, and this one has a tag already.");
        }
        else if (before?.Name != after?.Name)
        {
            findings.Add(TriggerRules.StoredOtherwise, path, tag: null, ReferenceKinds.ImageStream, before?.Name, after?.Name);
        }
    }

    private void CheckOutput()
    {
        if (stored.Spec.Output.To is not { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name } to)
        {
            return;
        }

        var ns = to.NamespaceOr(findings.Namespace);
        if (tags.FindStream(ns, name.Split(':', 2)[0]) is null && !tags.IsNotGiven(ns))
        {
            findings.Add(TriggerRules.NoOutputStream, OutputPath, tag: null, $"{ns}/{name}");
        }
    }
}

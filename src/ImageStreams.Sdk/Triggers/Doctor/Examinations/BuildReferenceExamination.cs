using System.Globalization;
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

    /// <summary>Examines the references.</summary>
    /// <param name="isBaseExamined">True when a trigger listens to the base image, whose name was examined with it.</param>
    public void Run(bool isBaseExamined)
    {
        var basePath = BuildInputs.GetBasePath(stored);
        CheckStored(written.Spec.Strategy.From, stored.Spec.Strategy.From, basePath);
        if (!isBaseExamined)
        {
            NameExamination.CheckBuild(written.Spec.Strategy.From, stored.Spec.Strategy.From?.Kind, basePath, findings);
        }

        CheckSources();
        CheckStored(written.Spec.Output.To, stored.Spec.Output.To, OutputPath);
        NameExamination.CheckBuild(written.Spec.Output.To, stored.Spec.Output.To?.Kind, OutputPath, findings);
        CheckOutput();
    }

    /// <summary>Checks the images that the build copies files from.</summary>
    private void CheckSources()
    {
        for (var i = 0; i < written.Spec.Source.Images.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.source.images[{i}].from");
            var kind = stored.Spec.Source.Images[i].From.Kind;
            NameExamination.CheckBuild(written.Spec.Source.Images[i].From, kind, path, findings);
        }
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

    /// <summary>Checks that the stream exists; a name with blanks means the one without them.</summary>
    private void CheckOutput()
    {
        if (stored.Spec.Output.To is not { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name } to)
        {
            return;
        }

        var ns = NameFlaws.RemoveBlanks(to.NamespaceOr(findings.Namespace));
        var stream = NameFlaws.RemoveBlanks(name).Split(':', 2)[0];
        if (stream.Length > 0 && tags.FindStream(ns, stream) is null && !tags.IsNotGiven(ns))
        {
            findings.Add(TriggerRules.NoOutputStream, OutputPath, tag: null, $"{ns}/{name}");
        }
    }
}

namespace ImageStreams.Triggers;

/// <summary>Finds names that cannot exist in references that are not those of a trigger.</summary>
internal static class NameExamination
{
    /// <summary>Checks the reference of a build to what it starts from, copies from or pushes to.</summary>
    /// <param name="from">The reference as it is written; null for none.</param>
    /// <param name="kind">The kind that an API server stores.</param>
    /// <param name="path">The path of the reference.</param>
    /// <param name="findings">The findings on the object.</param>
    public static void CheckBuild(ObjectReference? from, string? kind, string path, ObjectFindings findings)
    {
        var isTag = kind == ReferenceKinds.ImageStreamTag;
        var hasTag = isTag && from?.Name?.Contains(':', StringComparison.Ordinal) == true;
        CheckNamespace(from, kind, path, findings);
        Check(from?.Name, (isTag, hasTag) switch
        {
            (_, true) => ("The tag", NameFlaws.FindInTag),
            (true, _) => ("The stream", NameFlaws.FindInStream),
            _ => ("The image", NameFlaws.FindBlank),
        }, $"{path}.name", findings);
    }

    /// <summary>Checks the reference of a tag, whose name may be that of another tag of the stream.</summary>
    /// <remarks>A name without a certain correction is left to the rules about sources.</remarks>
    /// <param name="from">The reference; null for none.</param>
    /// <param name="path">The path of the reference.</param>
    /// <param name="findings">The findings on the object.</param>
    public static void CheckTag(ObjectReference? from, string path, ObjectFindings findings)
    {
        CheckNamespace(from, from?.Kind, path, findings);
        var subject = from?.Kind == ReferenceKinds.ImageStreamTag ? "The tag" : "The image";
        Check(from?.Name, (subject, FindCorrectable), $"{path}.name", findings);
    }

    private static string? FindCorrectable(string name) =>
        NameFlaws.Correct(name, NameFlaws.FindBlank) is null ? null : NameFlaws.FindBlank(name);

    /// <summary>Checks a namespace, which the kind <c>DockerImage</c> does not have.</summary>
    private static void CheckNamespace(ObjectReference? from, string? kind, string path, ObjectFindings findings)
    {
        if (kind != ReferenceKinds.DockerImage)
        {
            Check(from?.Namespace, ("The namespace", NameFlaws.FindInNamespace), $"{path}.namespace", findings);
        }
    }

    private static void Check(
        string? name, (string Subject, Func<string, string?> FindFlaw) rule, string path, ObjectFindings findings)
    {
        if (string.IsNullOrEmpty(name) || rule.FindFlaw(name) is not { } flaw)
        {
            return;
        }

        var correction = NameFlaws.Correct(name, rule.FindFlaw) is { } corrected
            ? new TriggerCorrection { Path = path, Value = JsonLiteral.FromText(corrected) }
            : null;
        findings.AddCorrected(TriggerRules.InvalidName, path, tag: null, correction, $"{rule.Subject} '{name}'", flaw);
    }
}

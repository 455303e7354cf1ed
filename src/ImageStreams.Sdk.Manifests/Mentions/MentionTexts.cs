namespace ImageStreams.Manifests;

/// <summary>The reasons why an image name cannot be edited, and the problems of files with image names.</summary>
internal static class MentionTexts
{
    /// <summary>An expression of another language, such as <c>${{ matrix.image }}</c> or <c>$(Tag)</c>.</summary>
    public const string OtherVariable = "It has an expression whose value is not in this file; edit it by hand.";

    public const string TooManyParts = "It is put together of too many variables; edit it by hand.";

    public const string NoName = "It is not an image name; correct it first.";

    public const string Escaped = "It is written with escapes or over several lines; write it on one line without them.";

    public const string SplitParts = "Its tag or digest is put together of several parts; write it in one variable or without one.";

    public const string SharedPart = "The variable with its tag is part of other image names, too; give this name a tag of its own.";

    public const string NoTag = "It has no tag here, so that the chart's own default counts; set the tag.";

    public const string NoNewTag = "It has neither newTag nor digest, so that the manifests' own tag counts; set newTag.";

    public const string NoVariables = "Variables are not replaced here; write the name of the image.";

    public static string NoDefault(string name) =>
        $"The variable {TextSyntaxName.Display(name)} has no default in this file; give it one.";

    public static string UsedElsewhere(string name) =>
        $"The variable {TextSyntaxName.Display(name)} is used by the instructions of a stage, too; give the image a variable of its own.";

    public static ManifestProblem OpenHeredoc(TextPlace place, string name) => new()
    {
        Kind = ManifestProblemKind.Syntax,
        Place = place,
        Message = $"The here-document has no end; write a line with {TextSyntaxName.Display(name)} alone behind its text.",
    };

    public static ManifestProblem NoImage(TextPlace place) => new()
    {
        Kind = ManifestProblemKind.Syntax,
        Place = place,
        Message = "FROM has no image; write one, or scratch.",
    };

    public static ManifestProblem NotXml(TextPlace place, string reason) => new()
    {
        Kind = ManifestProblemKind.Syntax,
        Place = place,
        Message = $"The file is not XML: {ObjectNames.Show(reason.TrimEnd('.'))}.",
    };
}

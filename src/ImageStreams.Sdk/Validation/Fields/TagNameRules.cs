using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Validates references to tags of image streams, in builds and deployments.</summary>
internal static class TagNameRules
{
    /// <summary>Checks a name such as <c>ruby:3</c>; an empty one is reported elsewhere. The tag may be any text.</summary>
    public static void Check(FieldNode name, FieldErrors errors)
    {
        if (name.Text.Length == 0)
        {
            return;
        }

        if (!ImageStreamTagName.TrySplit(name.Text, out var stream, out _))
        {
            errors.Invalid(name.Path, name.Text,
                $"'{NameTexts.Excerpt(name.Text)}' is not the name of a tag: write stream:tag, such as {Suggest(stream)}.");
            return;
        }

        if (StreamNameRules.FindProblems(stream, isPrefix: false) is [var problem, ..])
        {
            errors.Invalid(name.Path, name.Text, problem);
        }
    }

    /// <summary>Checks the namespace of a reference; it may be empty.</summary>
    public static void CheckNamespace(FieldNode ns, FieldErrors errors)
    {
        if (ns.Text.Length > 0 && !DnsNameRules.IsSubdomain(ns.Text))
        {
            errors.Invalid(ns.Path, ns.Text,
                $"'{NameTexts.Excerpt(ns.Text)}' is not a valid namespace: use lower-case letters and digits, with dashes between them.");
        }
    }

    private static string Suggest(string stream) =>
        StreamNameRules.FindProblems(stream, isPrefix: false).IsEmpty ? ImageStreamTagName.Join(stream, "") : "ruby:latest";
}

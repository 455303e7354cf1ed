using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Finds texts of templates that have parameters: each use of the template gives them another value, so that none may
/// be written in their place.</summary>
internal static class TemplateTexts
{
    /// <summary>The reason to leave such a text as it is.</summary>
    public const string ParameterReason = "it has a parameter of a template";

    /// <summary>Determines whether the line of a field has a parameter of a template.</summary>
    public static bool HasParameter(ManifestObject source, string path)
    {
        if (!source.IsInTemplate)
        {
            return false;
        }

        var line = source.File.Text.AsSpan();
        for (var number = source.FindPlace(path).Line; number > 1; number--)
        {
            line = line[(line.IndexOf('\n') + 1)..];
        }

        var end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end]).Contains("${", StringComparison.Ordinal);
    }
}

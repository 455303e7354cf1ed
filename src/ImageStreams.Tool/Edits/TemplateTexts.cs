using System.Runtime.CompilerServices;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Finds texts of templates that have parameters: each use of the template gives them another value, so that none may
/// be written in their place.</summary>
internal static class TemplateTexts
{
    /// <summary>The reason to leave such a text as it is.</summary>
    public const string ParameterReason = "it has a parameter of a template";

    private static readonly ConditionalWeakTable<ManifestFile, List<int>> LineStarts = [];

    /// <summary>Determines whether the line of a field has a parameter of a template.</summary>
    public static bool HasParameter(ManifestObject source, string path)
    {
        if (!source.IsInTemplate)
        {
            return false;
        }

        var start = LineStarts.GetValue(source.File, FindLineStarts)[source.FindPlace(path).Line - 1];
        var text = source.File.Text.AsSpan(start);
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).Contains("${", StringComparison.Ordinal);
    }

    private static List<int> FindLineStarts(ManifestFile file)
    {
        var starts = new List<int> { 0 };
        for (var at = file.Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = file.Text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return starts;
    }
}

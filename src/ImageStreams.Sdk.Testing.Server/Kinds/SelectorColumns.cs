using System.Text.Json;
using ImageStreams.AspNetCore;
using static ImageStreams.AspNetCore.ObjectColumns;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the columns of selectors of pods, which are printed with <c>-o wide</c> only.</summary>
internal static class SelectorColumns
{
    /// <summary>Creates the column of a selector: labels, or labels and expressions.</summary>
    /// <param name="missing">The cell of objects without one.</param>
    /// <param name="path">The place of the selector.</param>
    public static ResourceColumn Create(string missing, params string[] path) => Column("Selector", (value, _) =>
        Find(value, path) is { ValueKind: JsonValueKind.Object } selector && Describe(selector) is { Length: > 0 } text ? text : missing)
        with
    { Priority = 1 };

    private static string Describe(JsonElement selector)
    {
        var isPlain = !selector.TryGetProperty("matchLabels", out _) && !selector.TryGetProperty("matchExpressions", out _);
        var labels = isPlain ? selector : Find(selector, "matchLabels");
        return string.Join(',', DescribeLabels(labels).Concat(FindItems(selector, "matchExpressions").Select(DescribeExpression)));
    }

    private static IEnumerable<string> DescribeLabels(JsonElement? labels) => labels is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().OrderBy(static pair => pair.Name, StringComparer.Ordinal).Select(static pair => $"{pair.Name}={pair.Value}")
        : [];

    private static string DescribeExpression(JsonElement expression)
    {
        var key = FindText(expression, "key") ?? "";
        var values = string.Join(',', FindItems(expression, "values").Select(static one => one.ToString()).Order(StringComparer.Ordinal));
        return FindText(expression, "operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "DoesNotExist" => $"!{key}",
            _ => key,
        };
    }
}

using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Finds names of a custom resource definition that another one of its group has.</summary>
internal static class CustomNames
{
    /// <summary>Finds the first name that is in use: the reason of the condition and its message; null when there is none.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="others">All definitions that are stored.</param>
    public static (string Reason, string Message)? FindConflict(JsonObject definition, IEnumerable<JsonObject> others)
    {
        var used = others.Where(other => IsRival(other, definition))
            .Select(static other => other.FindObject("status", "acceptedNames") ?? []).ToList();
        var (resources, kinds) = (used.SelectMany(GetResources).ToHashSet(), used.SelectMany(GetKinds).ToHashSet());
        var names = definition.FindObject("spec", "names") ?? [];
        return Find("Plural", names, "plural", resources)
            ?? Find("Singular", names, "singular", resources)
            ?? FindShortName(names, resources)
            ?? Find("Kind", names, "kind", kinds)
            ?? Find("ListKind", names, "listKind", kinds);
    }

    private static bool IsRival(JsonObject other, JsonObject definition) =>
        other.FindText("spec", "group") == definition.FindText("spec", "group")
        && other.FindText("metadata", "name") != definition.FindText("metadata", "name");

    private static IEnumerable<string> GetResources(JsonObject names) =>
        names.FindTexts("shortNames").Concat(GetTexts(names, "plural", "singular"));

    private static IEnumerable<string> GetKinds(JsonObject names) => GetTexts(names, "kind", "listKind");

    private static IEnumerable<string> GetTexts(JsonObject names, params string[] fields) =>
        fields.Select(field => names.FindText(field)).OfType<string>().Where(static text => text.Length > 0);

    private static (string Reason, string Message)? FindShortName(JsonObject names, HashSet<string> used) =>
        names.FindTexts("shortNames").FirstOrDefault(used.Contains) is { } taken ? Describe("ShortNames", taken) : null;

    private static (string Reason, string Message)? Find(string what, JsonObject names, string field, HashSet<string> used) =>
        names.FindText(field) is { } name && used.Contains(name) ? Describe(what, name) : null;

    private static (string Reason, string Message) Describe(string what, string name) => ($"{what}Conflict", $"\"{name}\" is already in use");
}

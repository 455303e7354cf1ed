using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>Writes the JSON of a policy, without the fields that have their default.</summary>
internal static class TagPolicyJsonWriter
{
    /// <summary>Writes a policy.</summary>
    public static string Write(TagPolicy policy) => AnnotationJson.Write(json =>
    {
        json.WriteStartObject();
        WriteFields(json, policy);
        json.WriteEndObject();
    });

    private static void WriteFields(Utf8JsonWriter json, TagPolicy policy)
    {
        WriteWord(json, "dialect", TagPolicyWords.Dialect, (int)policy.Dialect);
        WriteWord(json, "order", TagPolicyWords.Order, (int)policy.Order);
        WriteWord(json, "pick", TagPolicyWords.Pick, (int)policy.Pick);
        WriteText(json, "range", policy.Range);
        WriteWord(json, "prerelease", TagPolicyWords.PreRelease, (int)policy.PreRelease);
        WriteWord(json, "step", TagPolicyWords.Step, (int)policy.Step);
        if (policy.Parts != TagPolicy.DefaultParts)
        {
            json.WriteNumber("parts", policy.Parts);
        }

        WriteList(json, "include", policy.Include.IsEmpty ? null : policy.Include);
        WriteText(json, "extract", policy.Extract);
        WriteList(json, "exclude", policy.Exclude);
        WriteWord(json, "downgrade", TagPolicyWords.Downgrade, policy.AllowsDowngrade ? 1 : 0);
        WriteWord(json, "onBadValue", TagPolicyWords.BadValue, (int)policy.OnBadValue);
        WriteText(json, "minimumAge", policy.MinimumAge is { } age ? ShortDuration.Write(age) : null);
        WriteText(json, "tag", policy.Tag);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteWord(Utf8JsonWriter json, string name, string[] words, int word)
    {
        if (word > 0 && word < words.Length)
        {
            json.WriteString(name, words[word]);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, ValueList<string>? list)
    {
        if (list is not { } patterns)
        {
            return;
        }

        if (patterns.Count == 1)
        {
            json.WriteString(name, patterns[0]);
            return;
        }

        AnnotationJson.WriteTexts(json, name, patterns);
    }
}

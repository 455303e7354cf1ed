using System.Globalization;

namespace ImageStreams.Manifests;

/// <summary>The sentences about scalars that are not the texts they seem to be. A secret is never repeated.</summary>
internal static class ScalarTrapTexts
{
    /// <summary>Explains a value; an empty text stands for a secret.</summary>
    public static string Explain(ReadOnlySpan<char> text, YamlTrap trap, FieldType type) => text.IsEmpty
        ? "The value is not read as the text that it seems to be; put it in double quotes."
        : $"{TextSyntaxName.Display(text)} is read as {FindMeaning(text, trap)}; {FindAdvice(text, trap, type)}.";

    /// <summary>Explains a key.</summary>
    public static string ExplainKey(ReadOnlySpan<char> key, YamlTrap trap) =>
        $"The key {TextSyntaxName.Display(key)} is read as {FindMeaning(key, trap)}; write {Quote(key)}.";

    private static string FindMeaning(ReadOnlySpan<char> text, YamlTrap trap) => trap switch
    {
        YamlTrap.Number => "a number",
        YamlTrap.Reformatted => $"the number {TextSyntaxName.Display(YamlTraps.ReadDecimal(text))}",
        YamlTrap.Octal => $"the octal number {FindOctal(text)} by the cluster's tools (YAML 1.1), and as "
            + $"{TextSyntaxName.Display(JsonNumberText.FromDecimal(text))} by YAML 1.2",
        YamlTrap.OtherBase => "a number in another base",
        YamlTrap.Binary => "a binary number by the cluster's tools (YAML 1.1), and as text by YAML 1.2",
        YamlTrap.NotFinite => "a number that is not finite, which JSON does not have",
        YamlTrap.Boolean => "a boolean",
        YamlTrap.Yes => "true by the cluster's tools (YAML 1.1), and as text by YAML 1.2",
        YamlTrap.No => "false by the cluster's tools (YAML 1.1), and as text by YAML 1.2",
        YamlTrap.Grouped => $"the number {FindGrouped(text)} by the cluster's tools (YAML 1.1), and as text by YAML 1.2",
        YamlTrap.BaseSixty => $"the number {YamlTraps.ReadBaseSixty(text)} by readers of YAML 1.1 (base 60), and as text by YAML 1.2",
        YamlTrap.Date => "a date by readers of YAML 1.1, and as text by YAML 1.2",
        _ => "null, which is no value",
    };

    private static string FindAdvice(ReadOnlySpan<char> text, YamlTrap trap, FieldType type) => (type, trap) switch
    {
        (FieldType.Boolean, _) => $"write {(trap == YamlTrap.Yes ? "true" : "false")}",
        (FieldType.Number or FieldType.Mode, YamlTrap.Octal) => $"write {FindOctal(text)}",
        (FieldType.Number or FieldType.Mode, YamlTrap.Grouped) => $"write {FindGrouped(text)}",
        (FieldType.Number or FieldType.Mode, _) => "write the number in decimal digits",
        (FieldType.Text or FieldType.TextMap, YamlTrap.Number or YamlTrap.Boolean) =>
            $"the field is a text, and the cluster refuses anything else: write {Quote(text)}",
        (_, YamlTrap.Tilde) => $"leave the field out, or write {Quote(text)} if the text is meant",
        _ => $"write {Quote(text)} if the text is meant",
    };

    private static string Quote(ReadOnlySpan<char> text) => $"\"{TextSyntaxName.Display(text)}\"";

    private static string FindGrouped(ReadOnlySpan<char> text) =>
        TextSyntaxName.Display(YamlTraps.ReadDecimal(text.ToString().Replace("_", "", StringComparison.Ordinal)));

    private static string FindOctal(ReadOnlySpan<char> text) =>
        string.Create(CultureInfo.InvariantCulture, $"{(text[0] == '-' ? "-" : "")}{JsonNumberText.FromOctal(text.TrimStart("+-")) ?? "…"}");
}

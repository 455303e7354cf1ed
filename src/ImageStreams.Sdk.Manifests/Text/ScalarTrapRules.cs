namespace ImageStreams.Manifests;

/// <summary>Decides by the type of a field how a scalar is read, and whether that is worth a word.</summary>
internal static class ScalarTrapRules
{
    /// <summary>Finds the reading that the type of the field demands.</summary>
    public static ScalarReading FindReading(YamlTrap trap, FieldType type) => (type, trap) switch
    {
        (_, YamlTrap.None or YamlTrap.Tilde) => ScalarReading.Schema,
        (FieldType.Text or FieldType.TextMap, _) => ScalarReading.Text,
        (FieldType.Boolean, YamlTrap.Yes) => ScalarReading.True,
        (FieldType.Boolean, YamlTrap.No) => ScalarReading.False,
        (FieldType.Number or FieldType.Mode, YamlTrap.Octal) => ScalarReading.Octal,
        (FieldType.Number or FieldType.Mode, YamlTrap.Grouped) => ScalarReading.Grouped,
        _ => ScalarReading.Schema,
    };

    /// <summary>Gets a value indicating whether somebody reads the scalar otherwise than it is meant.</summary>
    public static bool IsProblem(YamlTrap trap, FieldType type) => type switch
    {
        FieldType.Text or FieldType.TextMap => trap != YamlTrap.None,
        FieldType.Boolean => trap is YamlTrap.Yes or YamlTrap.No,
        FieldType.Number => trap is YamlTrap.Octal or YamlTrap.Binary or YamlTrap.Grouped or YamlTrap.BaseSixty or YamlTrap.NotFinite,
        FieldType.Mode => trap is YamlTrap.Binary or YamlTrap.Grouped or YamlTrap.BaseSixty,
        FieldType.Unknown => trap is not (YamlTrap.None or YamlTrap.Number or YamlTrap.Boolean or YamlTrap.Tilde),
        _ => false,
    };
}

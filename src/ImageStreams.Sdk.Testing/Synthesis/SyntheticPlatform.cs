using System.Text.Json;

namespace ImageStreams.Testing.Synthesis;

/// <summary>The platform of an image.</summary>
internal sealed record SyntheticPlatform(string OperatingSystem, string Architecture, string Variant)
{
    public static SyntheticPlatform Parse(string text) => text.Split('/') switch
    {
        [var system, var architecture] => new SyntheticPlatform(system, architecture, ""),
        [var system, var architecture, var variant] => new SyntheticPlatform(system, architecture, variant),
        _ => throw new ArgumentException($"'{text}' is not os/architecture with an optional /variant.", nameof(text)),
    };

    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("architecture", Architecture);
        json.WriteString("os", OperatingSystem);
        if (Variant.Length > 0)
        {
            json.WriteString("variant", Variant);
        }
    }

    public override string ToString() =>
        Variant.Length == 0 ? $"{OperatingSystem}/{Architecture}" : $"{OperatingSystem}/{Architecture}/{Variant}";
}

namespace ImageStreams.Importing;

/// <summary>The platform of an image: operating system and processor architecture.</summary>
public sealed record Platform
{
    /// <summary>The default platform: linux/amd64, as in OpenShift.</summary>
    public static Platform Default { get; } = new();

    /// <summary>The processor architecture; empty reads as <c>amd64</c>.</summary>
    public string Architecture { get; init => field = OrDefault(value, "amd64"); } = "amd64";

    /// <summary>The operating system; empty reads as <c>linux</c>.</summary>
    public string Os { get; init => field = OrDefault(value, "linux"); } = "linux";

    /// <summary>Returns operating system and architecture, such as <c>linux/amd64</c>.</summary>
    public override string ToString() => $"{Os}/{Architecture}";

    private static string OrDefault(string? value, string instead) => string.IsNullOrEmpty(value) ? instead : value;
}

namespace ImageStreams.Importing;

/// <summary>What an image runs on.</summary>
public sealed record Platform
{
    /// <summary>What is preferred when nothing is asked for: amd64 on Linux, as OpenShift's servers run.</summary>
    public static Platform Default { get; } = new();

    /// <summary>The processor; an empty text means <c>amd64</c>.</summary>
    public string Architecture { get; init => field = OrDefault(value, "amd64"); } = "amd64";

    /// <summary>The operating system; an empty text means <c>linux</c>.</summary>
    public string Os { get; init => field = OrDefault(value, "linux"); } = "linux";

    /// <summary>The operating system and the processor, such as <c>linux/amd64</c>.</summary>
    public override string ToString() => $"{Os}/{Architecture}";

    private static string OrDefault(string? value, string instead) => string.IsNullOrEmpty(value) ? instead : value;
}

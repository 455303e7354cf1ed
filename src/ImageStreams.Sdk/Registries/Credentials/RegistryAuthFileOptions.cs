namespace ImageStreams.Registries;

/// <summary>Settings for reading files of credentials.</summary>
/// <remarks>Copied when a source is created; later changes have no effect on it.</remarks>
public sealed class RegistryAuthFileOptions
{
    /// <summary>Default of <see cref="MaxBytes"/>: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1 << 20;

    /// <summary>The largest file that is read, in bytes.</summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;

    /// <summary>Whether the programs that a file names under <c>credHelpers</c> and <c>credsStore</c> may be run; off by
    /// default, since who writes the file then chooses programs.</summary>
    public bool RunHelpers { get; set; }

    /// <summary>How helpers are run.</summary>
    public CredentialHelperOptions Helpers { get; set; } = new();

    /// <summary>Reads a variable of the environment, for <see cref="RegistryAuthLocations"/>; the process's own by
    /// default.</summary>
    public Func<string, string?> GetEnvironmentVariable { get; set; } = Environment.GetEnvironmentVariable;
}

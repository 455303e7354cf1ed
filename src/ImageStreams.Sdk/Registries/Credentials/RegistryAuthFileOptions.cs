using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Options of reading credential files.</summary>
/// <remarks>Copied when a source is created; later changes have no effect on it. All options bind from configuration except
/// those that are delegates.</remarks>
public sealed class RegistryAuthFileOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxBytes"/>: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1 << 20;

    /// <summary>The largest file that is read, in bytes; at least 1.</summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;

    /// <summary>Gets or sets a value indicating whether the programs that a file names under <c>credHelpers</c> and
    /// <c>credsStore</c> are run; false by default, because otherwise the author of the file chooses
    /// programs.</summary>
    public bool RunHelpers { get; set; }

    /// <summary>The options of running helpers.</summary>
    public CredentialHelperOptions Helpers { get; set; } = new();

    /// <summary>Returns an environment variable, for <see cref="RegistryAuthLocations"/>; by default a variable of the
    /// process. Set in code only.</summary>
    public Func<string, string?> GetEnvironmentVariable { get; set; } = Environment.GetEnvironmentVariable;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(MaxBytes, 1);
        errors.Check(Helpers);
        errors.Require(GetEnvironmentVariable is not null, nameof(GetEnvironmentVariable), null, "set");
    }
}

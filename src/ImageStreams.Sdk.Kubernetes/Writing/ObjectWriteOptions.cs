using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>The options of a write by an <see cref="ObjectWriter"/>.</summary>
public sealed record ObjectWriteOptions
{
    /// <summary>The default of <see cref="MaxAttempts"/>: 100.</summary>
    public const int DefaultMaxAttempts = 100;

    /// <summary>The way to write; <see cref="WriteMethod.Apply"/> by default.</summary>
    public WriteMethod Method { get; init; }

    /// <summary>The name of the writer, who then owns the fields: up to 128 bytes of printable characters; <see
    /// cref="WriteOptions.DefaultFieldManager"/> by default.</summary>
    public string FieldManager { get; init; } = WriteOptions.DefaultFieldManager;

    /// <summary>Gets a value indicating whether an apply takes fields over from their owners, instead of a conflict; false by
    /// default. An update always does.</summary>
    public bool Force { get; init; }

    /// <summary>The way to treat a fight that is expected; <see cref="FightPolicy.Report"/> by default.</summary>
    public FightPolicy Fights { get; init; }

    /// <summary>The Applications of Argo CD whose <c>ignoreDifferences</c> are taken into account; empty by default.</summary>
    public ValueList<ClusterObject> Applications { get; init; }

    /// <summary>Gets a value indicating whether the server does everything except storing the result; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>The way to treat fields that the API does not have; <see cref="FieldValidation.Warn"/> by default.</summary>
    public FieldValidation FieldValidation { get; init; }

    /// <summary>The number of attempts while others write in between; positive; 100 by default.</summary>
    public int MaxAttempts { get; init; } = DefaultMaxAttempts;

    /// <summary>The name of the resource in paths, such as <c>deployments</c>; null, the default, for the plural of the kind in lower
    /// case.</summary>
    public string? Resource { get; init; }

    internal static ObjectWriteOptions Default { get; } = new();

    internal FightSettings ToSettings() => new() { Managers = [FieldManager], Applications = Applications };

    internal WriteOptions ToWriteOptions() =>
        new() { DryRun = DryRun, FieldManager = FieldManager, Force = Force, FieldValidation = FieldValidation };
}

using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The settings of a prediction of fights.</summary>
public sealed record FightSettings
{
    /// <summary>The field managers of the one who writes, who does not fight with himself; <see
    /// cref="WriteOptions.DefaultFieldManager"/> by default. The first is the one that remedies name.</summary>
    public ValueList<string> Managers { get; init; } = [WriteOptions.DefaultFieldManager];

    /// <summary>The Applications of Argo CD whose <c>ignoreDifferences</c> are taken into account; empty by default.</summary>
    public ValueList<ClusterObject> Applications { get; init; }

    internal static FightSettings Default { get; } = new();

    internal string Manager => Managers is [var first, ..] ? first : WriteOptions.DefaultFieldManager;
}

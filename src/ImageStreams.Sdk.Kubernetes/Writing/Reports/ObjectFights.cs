using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>The fights over the images that the triggers of a workload set.</summary>
public sealed record ObjectFights
{
    /// <summary>The workload.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The prediction.</summary>
    public required FightForecast Forecast { get; init; }

    /// <summary>Returns the workload and the prediction.</summary>
    public override string ToString() => $"{Workload}\n{Forecast}";
}

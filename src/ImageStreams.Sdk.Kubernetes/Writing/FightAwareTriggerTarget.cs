using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>A target of a trigger controller that predicts, before each write of images, who sets them again.</summary>
/// <remarks>The prediction is that of <see cref="FightPrediction"/>, from the object that was evaluated: nothing is read. Builds are
/// started as they are. Thread-safe, if the inner target and the callback are.</remarks>
public sealed class FightAwareTriggerTarget : ITriggerTarget
{
    private readonly ITriggerTarget _inner;
    private readonly FightPolicy _policy;
    private readonly Action<ObjectFights> _onFight;
    private readonly FightSettings _settings;

    /// <summary>Creates a target.</summary>
    /// <param name="inner">The target that writes.</param>
    /// <param name="policy">The way to treat a fight; a refusal is a <see cref="TriggerTargetResult.Refused"/> with the fight and its
    /// first remedy, and is tried again later.</param>
    /// <param name="onFight">Called for each write over which a fight is expected, before it is made or refused; null for none.</param>
    /// <param name="settings">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public FightAwareTriggerTarget(
        ITriggerTarget inner, FightPolicy policy = FightPolicy.Report, Action<ObjectFights>? onFight = null, FightSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        (_inner, _policy) = (inner, policy);
        _onFight = onFight ?? (static _ => { });
        _settings = settings ?? FightSettings.Default;
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) =>
        _inner.StartBuildAsync(buildConfig, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(updated);
        return FindRefusal(current, updated) is { } refusal
            ? ValueTask.FromResult<TriggerTargetResult>(refusal)
            : _inner.UpdateAsync(current, updated, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(updated);
        return FindRefusal(Read(current), Read(updated)) is { } refusal
            ? ValueTask.FromResult<TriggerTargetResult>(refusal)
            : _inner.UpdateAsync(current, updated, cancellationToken);
    }

    private TriggerTargetResult.Refused? FindRefusal(Workload current, Workload updated)
    {
        if (_policy == FightPolicy.Ignore)
        {
            return null;
        }

        var forecast = FightPrediction.Predict(ToObject(current), ToObject(updated), _settings);
        if (forecast is FightForecast.None)
        {
            return null;
        }

        _onFight(new ObjectFights { Workload = current, Forecast = forecast });
        return _policy == FightPolicy.Refuse ? Refuse(forecast) : null;
    }

    private static TriggerTargetResult.Refused? Refuse(FightForecast forecast) => forecast switch
    {
        FightForecast.Unreadable unreadable => new() { Message = unreadable.ToString() },
        FightForecast.Expected expected when expected.Fights.FirstOrDefault(static fight => fight.IsCertain) is { } fight =>
            new() { Message = fight.Remedies is [var first, ..] ? $"{fight} {first}" : fight.ToString() },
        _ => null,
    };

    private static ClusterObject ToObject(Workload workload) => ImageStreamJson.Deserialize<ClusterObject>(workload.Utf8);

    private static Workload Read(DeploymentConfig value) => Workload.Parse(ImageStreamJson.SerializeToUtf8Bytes(value.WithTypeMeta()));
}

using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The desired state of a build configuration.</summary>
[WireObject]
public sealed partial record BuildConfigSpec
{
    /// <summary>The run policy that an API server sets where a build configuration has none.</summary>
    public const string DefaultRunPolicy = "Serial";

    /// <summary>The triggers, which start builds.</summary>
    [WireField("triggers", OmitEmpty = true)]
    public ValueList<BuildTriggerPolicy> Triggers { get; init; }

    /// <summary>
    /// The run policy of the builds: <c>Serial</c>, <c>SerialLatestOnly</c> or <c>Parallel</c>.
    /// </summary>
    [WireField("runPolicy", OmitEmpty = true)]
    public string? RunPolicy { get; init; }

    /// <summary>The source of the build.</summary>
    [WireField("source")]
    public BuildSource Source { get; init; } = BuildSource.Default;

    /// <summary>The build strategy, with the base image.</summary>
    [WireField("strategy")]
    public BuildStrategy Strategy { get; init; } = BuildStrategy.Default;

    /// <summary>The output of the build.</summary>
    [WireField("output")]
    public BuildOutput Output { get; init; } = BuildOutput.Default;

    /// <summary>Returns the strategy and the number of triggers.</summary>
    public override string ToString() => $"{Strategy}, {Quantity.Format(Triggers.Count, "trigger")}";

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The run policy <c>Serial</c>, and those of the strategy and the triggers.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildConfigSpec WithDefaults()
    {
        var runPolicy = string.IsNullOrEmpty(RunPolicy) ? DefaultRunPolicy : RunPolicy;
        var strategy = Strategy.WithDefaults();
        var triggers = Triggers.Map(static trigger => trigger.WithDefaults());
        return ReferenceEquals(runPolicy, RunPolicy)
            && ReferenceEquals(strategy, Strategy)
            && triggers.IsSameAs(Triggers)
                ? this
                : this with { RunPolicy = runPolicy, Strategy = strategy, Triggers = triggers };
    }
}

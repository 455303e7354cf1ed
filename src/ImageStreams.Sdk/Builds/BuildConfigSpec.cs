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

    /// <summary>The number of builds of each outcome that are kept where a new build configuration has no limit.</summary>
    public const long DefaultHistoryLimit = 5;

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

    /// <summary>The number of successful builds that are kept; null keeps all of them.</summary>
    [WireField("successfulBuildsHistoryLimit", OmitEmpty = true)]
    public long? SuccessfulBuildsHistoryLimit { get; init; }

    /// <summary>The number of failed builds that are kept; null keeps all of them.</summary>
    [WireField("failedBuildsHistoryLimit", OmitEmpty = true)]
    public long? FailedBuildsHistoryLimit { get; init; }

    /// <summary>Returns the strategy and the number of triggers.</summary>
    public override string ToString() => $"{Strategy}, {Quantity.Format(Triggers.Count, "trigger")}";

    /// <summary>Creates a copy as an API server stores it: with its defaults, and without the triggers that it drops.</summary>
    /// <remarks>
    /// <para>Sets the run policy <c>Serial</c>, the limits of the history, and the defaults of the source, the strategy, the
    /// output and the triggers.</para>
    /// <para>Drops triggers of an unknown type, and those that listen to the base image when that is not an
    /// <c>ImageStreamTag</c>.</para>
    /// </remarks>
    /// <returns>The copy; the same object when there is nothing to change.</returns>
    public BuildConfigSpec WithDefaults()
    {
        var complete = Complete();
        return complete.Triggers.All(complete.Keeps)
            ? complete
            : complete with { Triggers = complete.Triggers.Where(complete.Keeps).ToValueList() };
    }

    /// <summary>Creates a copy with all defaults, but with every trigger at the position where it was written.</summary>
    /// <returns>The copy; the same object when no field is left out.</returns>
    internal BuildConfigSpec Complete()
    {
        var completed = CompleteParts();
        if (completed is { RunPolicy.Length: > 0, SuccessfulBuildsHistoryLimit: not null, FailedBuildsHistoryLimit: not null })
        {
            return completed;
        }

        return completed with
        {
            RunPolicy = string.IsNullOrEmpty(RunPolicy) ? DefaultRunPolicy : RunPolicy,
            SuccessfulBuildsHistoryLimit = SuccessfulBuildsHistoryLimit ?? DefaultHistoryLimit,
            FailedBuildsHistoryLimit = FailedBuildsHistoryLimit ?? DefaultHistoryLimit,
        };
    }

    /// <summary>Creates a copy with the defaults that decide what triggers listen to.</summary>
    /// <returns>The copy; the same object when no such field is left out.</returns>
    internal BuildConfigSpec CompleteTriggers()
    {
        var strategy = Strategy.WithDefaultImages();
        var triggers = Triggers.Map(static trigger => trigger.WithDefaults());
        return ReferenceEquals(strategy, Strategy) && triggers.IsSameAs(Triggers)
            ? this
            : this with { Strategy = strategy, Triggers = triggers };
    }

    /// <summary>Determines whether an API server keeps a trigger when it stores the build configuration.</summary>
    /// <param name="trigger">A trigger of this specification, which is <see cref="Complete">complete</see>.</param>
    internal bool Keeps(BuildTriggerPolicy trigger) => trigger.KnownType switch
    {
        null => false,
        BuildTriggerPolicy.ImageChangeType =>
            trigger.ImageChange?.From is not null || Strategy.From is { Kind: ReferenceKinds.ImageStreamTag },
        _ => true,
    };

    private BuildConfigSpec CompleteParts()
    {
        var source = Source.WithDefaults();
        var strategy = Strategy.WithDefaults();
        var output = Output.WithDefaults();
        var triggers = Triggers.Map(static trigger => trigger.WithDefaults());
        return ReferenceEquals(source, Source)
            && ReferenceEquals(strategy, Strategy)
            && ReferenceEquals(output, Output)
            && triggers.IsSameAs(Triggers)
                ? this
                : this with { Source = source, Strategy = strategy, Output = output, Triggers = triggers };
    }
}

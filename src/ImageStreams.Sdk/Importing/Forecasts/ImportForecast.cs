using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>What importing a set of streams will ask of registries, before anything is asked.</summary>
/// <remarks>
/// <para>What it counts is what <see cref="ImageImporter"/> does: a check is one <c>HEAD</c>, and finds nothing new as a
/// rule. What is new is fetched, which costs a pull for each manifest: one for an image, two where one image of an index is
/// taken, one and those of all platforms where the index is kept. Configurations are no pulls, but requests.</para>
/// <para>What mirrors will serve is not known beforehand, and counts for the registry that a stream names; so does an
/// image that several tags share, for each of them.</para>
/// </remarks>
public sealed record ImportForecast
{
    /// <summary>The registries, by name.</summary>
    public KeyedList<RegistryForecast> Registries { get; init; }

    /// <summary>The tags that follow no image reference, so that they cannot be imported and cost nothing; each with what
    /// it follows.</summary>
    public ValueList<string> Ignored { get; init; }

    /// <summary>Whether no tag will be late on any registry.</summary>
    public bool IsFeasible => Registries.All(registry => registry.IsFeasible);

    /// <summary>Makes a forecast. Pure, in time linear in the number of tags.</summary>
    /// <param name="streams">The streams, as they are or as they are to be created.</param>
    /// <param name="options">What is assumed; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or gave such a value.</exception>
    public static ImportForecast Create(IEnumerable<ImageStream> streams, ImportForecastOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(streams);

        var demand = new ForecastDemand(options ?? new ImportForecastOptions());
        foreach (var stream in streams)
        {
            demand.Add(stream);
        }

        return demand.Forecast();
    }

    /// <summary>Returns the forecast as text, with its reasons.</summary>
    public override string ToString() => string.Join(
        '\n', Registries.Select(registry => registry.ToString()).Concat(Ignored.Select(ignored => $"ignored: {ignored}")));
}

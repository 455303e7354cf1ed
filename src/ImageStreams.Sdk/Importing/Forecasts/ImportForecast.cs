using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A forecast of the requests and pulls that the import of some streams takes from registries.</summary>
/// <remarks>
/// <para>Counts what <see cref="ImageImporter"/> does. A check is one <c>HEAD</c> request, which usually finds nothing new. A
/// new image costs a pull for each manifest: one for an image, two for one image of an index, and one plus one for each
/// platform when the whole index is kept. Image configurations are requests, but not pulls.</para>
/// <para>Without a policy, images that mirrors serve count for the registry that the stream names. An image that several tags
/// share counts for each of them.</para>
/// </remarks>
public sealed record ImportForecast
{
    /// <summary>The registries, by name.</summary>
    public KeyedList<RegistryForecast> Registries { get; init; }

    /// <summary>
    /// The tags that cannot be imported and cost nothing, because their image reference is invalid or the policy forbids it; each
    /// with its reference.
    /// </summary>
    public ValueList<string> Ignored { get; init; }

    /// <summary>Gets a value indicating whether no tag is delayed on any registry.</summary>
    public bool IsFeasible => Registries.All(registry => registry.IsFeasible);

    /// <summary>Creates a forecast in time linear in the number of tags, without requests.</summary>
    /// <remarks>With mirrors, an image counts for the location that is contacted first for its tag. The list of tags of a whole
    /// repository is read from the source, and its images from that location.</remarks>
    /// <param name="streams">The streams, which need not exist yet.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="policy">The rules by which registries and mirrors are contacted, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of its range, or its function returned such a value.
    /// </exception>
    public static ImportForecast Create(
        IEnumerable<ImageStream> streams, ImportForecastOptions? options = null, RegistryPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return Create(streams, new ForecastDemand(options ?? new ImportForecastOptions(), policy));
    }

    /// <summary>Returns the forecast as a text of several lines.</summary>
    public override string ToString() => string.Join(
        '\n', Registries.Select(registry => registry.ToString()).Concat(Ignored.Select(ignored => $"ignored: {ignored}")));

    private static ImportForecast Create(IEnumerable<ImageStream> streams, ForecastDemand demand)
    {
        foreach (var stream in streams)
        {
            demand.Add(stream);
        }

        return demand.Forecast();
    }
}

using ImageStreams.Controllers;
using ImageStreams.Importing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures what keeps streams imported: the feed, the schedule and the reports.</summary>
public static class ControllerBuilderExtensions
{
    /// <summary>Configures the feed that carries the changes of streams to controllers.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureFeed(
        this IImageStreamsBuilder builder, Action<ReflectorOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Configures the schedule of imports.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureImportSchedule(
        this IImageStreamsBuilder builder, Action<ImportScheduleOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Configures how many results of controllers are kept, and wait for their readers.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureReports(
        this IImageStreamsBuilder builder, Action<ControllerReportsOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Configures how the state of controllers is written.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureState(
        this IImageStreamsBuilder builder, Action<ControllerStateOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);
}

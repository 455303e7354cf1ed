using System.Diagnostics.CodeAnalysis;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps a page with the status of all image streams.</summary>
public static class ImageStreamStatusEndpointRouteBuilderExtensions
{
    private static readonly string[] Get = ["GET"];

    /// <summary>Maps a page with all streams, their tags and what the controllers do, the same as JSON at <c>status.json</c>, and
    /// server-sent events at <c>events</c>.</summary>
    /// <remarks>
    /// <para>Shows what it finds in the service collection: the streams of <see cref="IImageStreamClient"/>, the times of
    /// <see cref="ImportSchedule"/> or <see cref="ImportController"/>, the fuses of <see cref="TriggerController"/>, and the reactions
    /// of <see cref="ControllerReports"/>. The page changes nothing.</para>
    /// <para>Answers this machine only, unless the endpoints require authorization
    /// (<c>MapImageStreamStatus("/").RequireAuthorization()</c>) or <see cref="StatusPageOptions.AllowRemote"/> is set.</para>
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the page, such as <c>/</c> or <c>/status</c>.</param>
    /// <param name="configure">Sets options after those of the service collection; null for none.</param>
    /// <returns>A builder of conventions for all endpoints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="prefix"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    public static IEndpointConventionBuilder MapImageStreamStatus(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix,
        Action<StatusPageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);

        var services = endpoints.ServiceProvider;
        var options = GetOptions(services, configure);
        var page = CreateEndpoints(services, options);
        var group = endpoints.MapGroup(prefix);
        group.MapMethods("/", Get, page.HandlePageAsync).WithDisplayName("Image stream status");
        group.MapMethods("/status.json", Get, page.HandleJsonAsync).WithDisplayName("Image stream status, JSON");
        group.MapMethods("/events", Get, page.HandleEventsAsync).WithDisplayName("Image stream status, events");
        return group;
    }

    /// <summary>Creates options of their own for each call, so that a second page does not inherit from the first.</summary>
    private static StatusPageOptions GetOptions(IServiceProvider services, Action<StatusPageOptions>? configure)
    {
        var options = services.GetService<IOptionsFactory<StatusPageOptions>>()?.Create(Options.DefaultName) ?? new StatusPageOptions();
        configure?.Invoke(options);
        StatusPageErrors.ThrowIfAny(options);
        return options;
    }

    private static StatusEndpoints CreateEndpoints(IServiceProvider services, StatusPageOptions options)
    {
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var reader = new StatusReader(new StatusSources(services), options.MaxTags, timeProvider);
        var board = new StatusBoard(reader, options.RefreshInterval, timeProvider);
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        return new StatusEndpoints(options, board, new StatusEvents(board, options, timeProvider, stopping));
    }
}

using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the image API of OpenShift.</summary>
public static class ImageStreamApiEndpointRouteBuilderExtensions
{
    private const string LogCategory = "ImageStreams.AspNetCore.Api";

    /// <summary>Maps <c>image.openshift.io/v1</c> and the resources of the options below <c>/api</c> and <c>/apis</c>, over the
    /// <see cref="IImageStreamClient"/> of the service collection.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="configure">Sets options after those of the service collection; null for none.</param>
    /// <returns>A builder of conventions for all endpoints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">There is no <see cref="IImageStreamClient"/>.</exception>
    public static IEndpointConventionBuilder MapImageStreamApi(
        this IEndpointRouteBuilder endpoints, Action<ImageApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var services = endpoints.ServiceProvider;
        var options = GetOptions(services, configure);
        var gate = AccessParts.CreateGate(options.Access, services);
        var resources = ApiResources.Create(services, options, gate);
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger(LogCategory) ?? NullLogger.Instance;
        var guard = new ApiGuard(gate, resources.PrepareAsync, logger, options.Forward);
        var endpoint = CreateEndpoint(services, options, resources, logger, gate.Authorizer);
        var answer = guard.Protect(endpoint.AnswerAsync);
        var group = endpoints.MapGroup("");
        MapDiscovery(group, services, resources, guard);
        group.Map("/api/{version}/{**path}", answer).WithDisplayName("Image API, core group");
        group.Map("/apis/{group}/{version}/{**path}", answer).WithDisplayName("Image API");
        if (options.AnswersEveryPath)
        {
            group.MapFallback("/{**path}", guard.Protect(AnswerWriter.WriteNoSuchPathAsync)).WithDisplayName("Image API, all other paths");
        }

        return group;
    }

    /// <summary>Creates options of their own for each call, so that a second call does not add to those of the first.</summary>
    private static ImageApiOptions GetOptions(IServiceProvider services, Action<ImageApiOptions>? configure)
    {
        var options = services.GetService<IOptionsFactory<ImageApiOptions>>()?.Create(Options.DefaultName) ?? new ImageApiOptions();
        configure?.Invoke(options);
        ImageApiErrors.ThrowIfAny(options);
        return options;
    }

    private static ApiEndpoint CreateEndpoint(
        IServiceProvider services, ImageApiOptions options, ServedResources resources, ILogger logger, IApiAuthorizer authorizer)
    {
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        return new ApiEndpoint(resources, new ResourceDispatcher(options, new CreateRight(authorizer), timeProvider, logger, stopping));
    }

    private static void MapDiscovery(IEndpointRouteBuilder endpoints, IServiceProvider services, ServedResources resources, ApiGuard guard)
    {
        new DiscoveryEndpoints(new ResourceDocuments<DiscoveryDocuments>(resources, static all => new DiscoveryDocuments(all)), guard).Map(endpoints);
        new OpenApiEndpoints(new ResourceDocuments<OpenApiDocuments>(resources, static all => new OpenApiDocuments(all)), guard).Map(endpoints);
        new HealthEndpoints(services.GetRequiredService<IImageStreamClient>(), guard).Map(endpoints);
    }
}

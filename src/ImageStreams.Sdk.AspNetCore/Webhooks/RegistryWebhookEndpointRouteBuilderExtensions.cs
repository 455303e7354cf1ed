using System.Diagnostics.CodeAnalysis;
using ImageStreams.AspNetCore;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints that receive the notifications of registries.</summary>
public static class RegistryWebhookEndpointRouteBuilderExtensions
{
    private static readonly string[] Post = ["POST"];
    private static readonly string[] Handshake = ["OPTIONS"];

    /// <summary>Maps an endpoint for each sender: <c>/hooks/{name}</c>, or <c>/hooks/{name}/{secret}</c> for those that have the
    /// secret in the path.</summary>
    /// <remarks>
    /// <para>A notification makes the scheduled tags due that import from its repository. They are looked up as at any other time,
    /// and no address in a body is ever called, so that a notification can be late, repeated or forged without doing harm.</para>
    /// <para>Answers with status 202 before the schedule is notified, with 204 for what moves nothing or was there before, and
    /// with problem JSON for 400 (not a notification), 401 (secret), 408 (slow), 413 (too long), 429 (too often) and
    /// 503 (too much at once). The schedule is the <see cref="ImportSchedule"/> of the service collection, or that of its
    /// <see cref="ImportController"/>.</para>
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path below which the endpoints are, such as <c>/hooks</c>.</param>
    /// <param name="configure">Sets options after those of the service collection; null for none.</param>
    /// <returns>A builder of conventions for all endpoints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="prefix"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is out of its range, such as a sender without a secret.</exception>
    /// <exception cref="InvalidOperationException">There is no schedule to notify.</exception>
    public static IEndpointConventionBuilder MapRegistryWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix,
        Action<RegistryWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);

        var services = endpoints.ServiceProvider;
        var options = GetOptions(services, configure);
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger("ImageStreams.AspNetCore.Webhooks") ?? NullLogger.Instance;
        var queue = new WebhookQueue(options.MaxPendingNotifications, GetNotify(services, options, timeProvider), logger);
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping.Register(queue.Complete);
        var group = endpoints.MapGroup(prefix);
        foreach (var (name, sender) in options.Senders)
        {
            Map(group, name, sender, new WebhookEndpoint(name, sender, options, queue, timeProvider, logger));
            if (sender.AllowAnonymous)
            {
                logger.Anonymous(name);
            }
        }

        return group;
    }

    private static void Map(RouteGroupBuilder group, string name, RegistryWebhookSender sender, WebhookEndpoint endpoint)
    {
        var isInPath = !sender.AllowAnonymous && WebhookSecret.GetVerification(sender) == WebhookVerification.Path;
        var pattern = isInPath ? $"/{name}/{{{WebhookSecret.RouteValue}?}}" : $"/{name}";
        group.MapMethods(pattern, Post, endpoint.HandleAsync).WithDisplayName($"Webhook {name}");
        group.MapMethods(pattern, Handshake, endpoint.HandleHandshakeAsync).WithDisplayName($"Webhook {name}, handshake");
    }

    /// <summary>Creates options of their own for each call, so that a second call does not add to those of the first.</summary>
    private static RegistryWebhookOptions GetOptions(IServiceProvider services, Action<RegistryWebhookOptions>? configure)
    {
        var options = services.GetService<IOptionsFactory<RegistryWebhookOptions>>()?.Create(Options.DefaultName) ?? new RegistryWebhookOptions();
        configure?.Invoke(options);
        OptionProblems.ThrowIfAny<RegistryWebhookOptions>(WebhookErrors.Collect(options));
        return options;
    }

    private static Func<RepositoryMove, bool, int> GetNotify(
        IServiceProvider services, RegistryWebhookOptions options, TimeProvider timeProvider)
    {
        if (options.Moved is { } moved)
        {
            return (move, _) => moved(move);
        }

        var schedule = services.GetService<ImportSchedule>() ?? services.GetService<ImportController>()?.Schedule
            ?? throw new InvalidOperationException(
                "There is no import schedule to notify: register an ImportController or an ImportSchedule, or set RegistryWebhookOptions.Moved.");
        return (move, unscheduledToo) => schedule.Notify(move, timeProvider.GetUtcNow(), unscheduledToo);
    }
}

using System.Net.Sockets;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Tool;

/// <summary>Serves until the process is told to stop, and then drains.</summary>
internal static class ServedProcess
{
    /// <summary>The time for running imports and open connections, and a margin for the rest.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>Serves until the token is canceled.</summary>
    /// <exception cref="ToolException">The server cannot start, or a part of it has failed.</exception>
    public static async Task<int> RunAsync(ServeSettings settings, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        Kubeconfig.RequireOwn(settings.Kubeconfig);
        using var data = DataLock.Take(settings);
        using var identity = await ServedIdentity.CreateAsync(settings, cancellationToken).ConfigureAwait(false);
        var application = await ServedApplication.CreateAsync(settings, identity, environment, cancellationToken).ConfigureAwait(false);
        await using (application.ConfigureAwait(false))
        {
            environment.Drain.Set(ShutdownTimeout + Margin);
            await StartAsync(application, settings, cancellationToken).ConfigureAwait(false);
            await AnnounceAsync(application, settings, identity, environment, cancellationToken).ConfigureAwait(false);
            await WaitAsync(application.Lifetime.ApplicationStopping, cancellationToken).ConfigureAwait(false);
            await application.StopAsync(CancellationToken.None).ConfigureAwait(false);
            RequireHealthy(application);
        }

        return ToolExitCode.Fine;
    }

    private static async Task StartAsync(WebApplication application, ServeSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            // The file is opened before anybody can ask.
            var store = application.Services.GetRequiredService<IImageStreamStore>();
            await store.Streams.FindAsync(new ObjectKey(settings.Namespace, "imagestreams"), cancellationToken).ConfigureAwait(false);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreException or ApiException)
        {
            throw ToolException.Failed(e.Message, e);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw ToolException.Failed(Explain(e.GetBaseException(), settings.Listen), e);
        }
    }

    private static string Explain(Exception cause, ListenAddress listen) =>
        cause is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            ? $"{listen} is in use: name another address with --listen."
            : $"{listen} cannot be listened on: {cause.Message}";

    private static async Task AnnounceAsync(
        WebApplication application, ServeSettings settings, ServedIdentity identity, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var port = new Uri(addresses.First()).Port;
        var server = $"https://{settings.Listen.Host}:{port}";
        await identity.CreateKubeconfig(server, settings.Namespace).WriteAsync(settings.Kubeconfig, cancellationToken).ConfigureAwait(false);
        ServeText.Write(environment, settings, server);
        await environment.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // The host stops by itself when one of its services fails.
    private static async Task WaitAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        var registration = end.Token.Register(stopped.SetResult);
        await using (registration.ConfigureAwait(false))
        {
            await stopped.Task.ConfigureAwait(false);
        }
    }

    private static void RequireHealthy(WebApplication application)
    {
        var services = application.Services.GetServices<IHostedService>().OfType<BackgroundService>();
        if (services.Select(static one => one.ExecuteTask?.Exception).FirstOrDefault(static failure => failure is not null) is { } failed)
        {
            throw ToolException.Failed($"The server has ended: {failed.GetBaseException().Message}", failed);
        }
    }
}

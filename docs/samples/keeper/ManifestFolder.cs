using ImageStreams.Clients;
using ImageStreams.Manifests;

namespace ImageStreams.Keeper;

/// <summary>Reads the folder of manifests when the keeper starts. Its streams go into the store, which keeps the images that they
/// imported before; its builds and workloads go to the <see cref="Shop"/>.</summary>
internal sealed class ManifestFolder(
    IImageStreamClient client, Shop shop, IConfiguration configuration, ILogger<ManifestFolder> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, configuration["Keeper:Manifests"] ?? "streams");
        var manifests = await ManifestSet.LoadAsync([folder], cancellationToken: cancellationToken);
        foreach (var problem in manifests.Problems)
        {
            logger.LogWarning("{Problem}", problem);
        }

        foreach (var stream in manifests.Streams)
        {
            await client.Streams.CreateOrUpdateAsync(stream, cancellationToken: cancellationToken);
        }

        shop.Open(manifests);
        logger.LogInformation("{Streams} streams are kept from {Folder}", manifests.Streams.Count, folder);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

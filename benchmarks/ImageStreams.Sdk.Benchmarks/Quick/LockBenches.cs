using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Manifests;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Locks tags of ten repositories in docker-registry on loopback, each an index of two platforms: the size is the number
/// of tags.</summary>
/// <remarks>The check has the number of platforms that were locked, and that of problems.</remarks>
public static class LockBenches
{
    private const int Repositories = 10;

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("lock-tags", tags => Measure(tags, isKnown: false)),
        new("lock-verify", tags => Measure(tags, isKnown: true)),
    ];

    private static QuickOperation Measure(int tags, bool isKnown)
    {
#pragma warning disable CA2000 // Both live as long as the process.
        var (registry, client) = (new LocalRegistry(), new HttpRegistryClient());
#pragma warning restore CA2000 // end of the hand-over
        var names = PushAsync(registry, tags).GetAwaiter().GetResult();
        var options = new ImageLockerOptions();
        options.InsecureRegistries.Add(registry.Host);
        var request = new ImageLockRequest { Tags = [.. names] };
        if (isKnown)
        {
            request = request with { Known = LookUp(client, options, request).ToLock() };
        }

        var lookup = new ImageLookup();
        return new QuickOperation(
            () => (lookup = LookUp(client, options, request)).Images.Count,
            () => new JsonArray(lookup.Images.Sum(image => image.Platforms.Count), lookup.Problems.Count));
    }

    private static ImageLookup LookUp(HttpRegistryClient client, ImageLockerOptions options, ImageLockRequest request) =>
        new ImageLocker(client, options).LookUpAsync(request).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<string>> PushAsync(LocalRegistry registry, int tags)
    {
        using var pusher = new RegistryPusher(new Uri($"http://{registry.Host}/"));
        var names = new List<string>();
        for (var i = 0; i < tags; i++)
        {
            var name = $"bench/base{i % Repositories}:v{i / Repositories}";
            await pusher.PushAsync(name, SyntheticIndex.ForPlatforms(SyntheticImage.Create($"image {i}"), "linux/amd64", "linux/arm64"));
            names.Add($"{registry.Host}/{name}");
        }

        return names;
    }
}

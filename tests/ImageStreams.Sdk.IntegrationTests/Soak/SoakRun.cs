using System.Globalization;
using ImageStreams.Importing;
using ImageStreams.IntegrationTests.Registries;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Soak;

/// <summary>Imports several streams at once, again and again, while their tags move in the registry.</summary>
internal sealed class SoakRun(DockerRegistryFixture registry, FaultyProxy proxy, ImportRig rig)
{
    private const int Streams = 8;
    private const int Tags = 5;
    private const int RoundsOfAStream = 10;
    private const int Seed = 6;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);
    private static readonly string[] Failures = ["InternalError", "TooManyRequests", "NotFound"];
    private static readonly SyntheticImage[] Images =
        [.. Enumerable.Range(0, 4).Select(i => SyntheticImage.Create($"soak{i}").WithLayer("more", $"{i}"))];

    private readonly Random _random = new(Seed);
    private readonly Dictionary<string, string> _pushed = [];
    private readonly Dictionary<string, Image> _expected = [];
    private int _imported;
    private int _failed;

    /// <summary>The images that were imported.</summary>
    public int Imported => _imported;

    /// <summary>The images whose import failed.</summary>
    public int Failed => _failed;

    /// <summary>Gives every tag an image, and records the image of each tag without the proxy.</summary>
    public async Task PrepareAsync()
    {
        using var pusher = registry.CreatePusher("soak");
        foreach (var image in Images)
        {
            await pusher.PushAsync("soak/expected:1", image);
            var found = Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync($"{registry.Host}/soak/expected:1"));
            _expected.Add(found.Image.Metadata.Name!, found.Image);
        }

        foreach (var name in Enumerable.Range(0, Streams).SelectMany(Names))
        {
            await PushAsync(pusher, name);
        }
    }

    /// <summary>Imports and moves tags for a time; returns when all operations have ended.</summary>
    public async Task RunAsync(TimeSpan duration)
    {
        using var over = new CancellationTokenSource(duration);
        await Task.WhenAll([MoveTagsAsync(over.Token), .. Enumerable.Range(0, Streams).Select(i => ImportAsync(i, over.Token))]);
    }

    /// <summary>Tests whether an import of every stream finds every tag with its image in the registry.</summary>
    public async Task<bool> IsRightAsync()
    {
        var imports = await Task.WhenAll(Enumerable.Range(0, Streams).Select(ImportAsync));
        return imports.SelectMany((import, stream) => Names(stream).Zip(import.Status.Images))
            .All(pair => pair.Second.Image?.Metadata.Name == _pushed[pair.First]
                && pair.Second.Status.Status == "Success");
    }

    private async Task MoveTagsAsync(CancellationToken over)
    {
        using var pusher = registry.CreatePusher("soak");
        using var pace = new PeriodicTimer(Pace);
        while (!over.IsCancellationRequested)
        {
            await PushAsync(pusher, Names(_random.Next(Streams)).ElementAt(_random.Next(Tags)));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task ImportAsync(int stream, CancellationToken over)
    {
        for (var round = 1; !over.IsCancellationRequested; round++)
        {
            Check(await ImportAsync(stream));
            if (round % RoundsOfAStream == 0)
            {
                await rig.DeleteAsync(StreamName(stream));
            }
        }
    }

    private Task<ImageStreamImport> ImportAsync(int stream) =>
        rig.ImportAsync(StreamName(stream), Names(stream).Select(name => $"{proxy.Host}/{name}"));

    private void Check(ImageStreamImport import)
    {
        foreach (var image in import.Status.Images)
        {
            var isSuccess = image.Status.Status == "Success";
            Interlocked.Increment(ref isSuccess ? ref _imported : ref _failed);
            Assert.True(
                isSuccess ? IsExpected(image.Image!) : Failures.Contains(image.Status.Reason),
                $"{image.Status.Reason} {image.Image?.Metadata.Name} {image.Status.Message}");
        }
    }

    private bool IsExpected(Image image) =>
        _expected.GetValueOrDefault(image.Metadata.Name!) is { } expected
        && image.DockerImageMetadata == expected.DockerImageMetadata
        && image.DockerImageLayers == expected.DockerImageLayers;

    private async Task PushAsync(RegistryPusher pusher, string name)
    {
        var image = Images[_random.Next(Images.Length)];
        _pushed[name] = (await pusher.PushAsync(name, image)).ToString();
    }

    private static IEnumerable<string> Names(int stream) =>
        Enumerable.Range(0, Tags).Select(tag => string.Create(CultureInfo.InvariantCulture, $"soak/{StreamName(stream)}:{tag}"));

    private static string StreamName(int stream) => string.Create(CultureInfo.InvariantCulture, $"app{stream}");
}

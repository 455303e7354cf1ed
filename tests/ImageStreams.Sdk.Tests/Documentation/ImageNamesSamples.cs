using ImageStreams.Manifests;

namespace ImageStreams.Tests.Documentation;

public sealed class ImageNamesSamples
{
    [Fact]
    public async Task Edit_NamesOfAFolder_ArePinned()
    {
        const string digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        var folder = Directory.CreateTempSubdirectory("imagestreams-").FullName;
        var file = Path.Combine(folder, "Dockerfile");
        await File.WriteAllTextAsync(file, "# base\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\n");

        // sample: image-names
        var set = await ImageMentionSet.LoadAsync([folder]);
        foreach (var mention in set.Mentions)
        {
            Console.WriteLine($"{mention.Place}: {mention.Image} {mention.Obstacle}");
        }

        var edits = set.Mentions
            .Where(mention => mention.CanEdit && mention.Repository == "mcr.microsoft.com/dotnet/aspnet")
            .Select(mention => mention.WithDigest(digest));
        foreach (var change in set.Edit(edits))
        {
            Console.WriteLine(change.ToUnifiedDiff());
            await change.WriteAsync();
        }

        // end
        Assert.Equal($"# base\nFROM mcr.microsoft.com/dotnet/aspnet:10.0@{digest}\n", await File.ReadAllTextAsync(file));
        Directory.Delete(folder, recursive: true);
    }
}

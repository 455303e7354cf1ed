using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Mentions;

public class MentionFileTests
{
    public static TheoryData<string> Files => new(MentionFiles.FindAll());

    [Theory]
    [MemberData(nameof(Files))]
    public async Task LoadAsync_File_FindsNamesAtTheirPlaces(string file)
    {
        var expected = MentionFiles.ReadIndex().Where(line => line.StartsWith($"{file}\t", StringComparison.Ordinal));

        Assert.Equal(expected, MentionFiles.Describe(file, await MentionFiles.LoadAsync(file)));
    }

    /// <summary>Writes the index anew when the variable RENEW is 1; read the difference before it is committed.</summary>
    [Fact]
    public async Task Index_NamesFilesThatExist()
    {
        if (Environment.GetEnvironmentVariable("RENEW") == "1")
        {
            await MentionFiles.RenewIndexAsync();
        }

        var indexed = MentionFiles.ReadIndex().Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)]).Distinct();

        Assert.Empty(indexed.Except(MentionFiles.FindAll()));
        Assert.True(MentionFiles.FindAll().Length >= 65);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ToBytes_File_IsWhatWasRead(string file)
    {
        var set = await MentionFiles.LoadAsync(file);

        Assert.Equal(await File.ReadAllBytesAsync(Path.Join(MentionFiles.Folder, file)), Assert.Single(set.Files).ToBytes());
        Assert.Empty(set.Edit([]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Mentions_File_HaveTheTextAtTheirPlaces(string file)
    {
        foreach (var mention in (await MentionFiles.LoadAsync(file)).Mentions)
        {
            var line = mention.File.Text.Split('\n')[mention.Place.Line - 1];
            Assert.StartsWith(mention.Text.Split('\n')[0], line[(mention.Place.Column - 1)..], StringComparison.Ordinal);
            Assert.Equal(mention.CanEdit, mention.Obstacle is null);
        }
    }

    [Fact]
    public async Task LoadAsync_Folder_FindsAllFilesAndThoseInHiddenFolders()
    {
        var set = await ImageMentionSet.LoadAsync([MentionFiles.Folder]);

        var names = set.Files.Select(file => Path.GetRelativePath(MentionFiles.Folder, file.FullPath!).Replace('\\', '/'));
        Assert.Equal(MentionFiles.FindAll(), names.Order(StringComparer.Ordinal));
        Assert.Contains(set.Mentions, mention => mention.Place.File.Contains("/.github/workflows/", StringComparison.Ordinal));
    }
}

using ImageStreams.Manifests;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Manifests.Corpus;

public class CorpusTests
{
    public static TheoryData<string> Lines => new(CorpusFiles.ReadIndex());

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task LoadAsync_FileOfTheCorpus_FindsObjectsAndProblemsAtTheirLines(string line)
    {
        var file = line[..line.IndexOf('\t', StringComparison.Ordinal)];
        Assert.Equal(line, CorpusFiles.Describe(file, await CorpusFiles.LoadAsync(file)));
    }

    [Fact]
    public void Index_NamesEveryFileOnce()
    {
        var indexed = CorpusFiles.ReadIndex().Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)]);
        Assert.Equal(CorpusFiles.FindAll(), indexed.Order(StringComparer.Ordinal));
        Assert.True(CorpusFiles.FindAll().Length >= 120);
    }

    [Fact]
    public async Task ToBytes_EveryFile_IsWhatWasRead()
    {
        var set = await ManifestSet.LoadAsync([CorpusFiles.Folder]);
        Assert.True(set.Files.Count > 120);
        foreach (var file in set.Files)
        {
            Assert.Equal(await File.ReadAllBytesAsync(file.FullPath!), file.ToBytes());
        }
    }

    [Fact]
    public async Task LoadAsync_WholeCorpus_HasTheObjectsOfTheFilesInOrder()
    {
        var set = await ManifestSet.LoadAsync([CorpusFiles.Folder]);
        var names = new List<string>();
        foreach (var file in set.Files)
        {
            names.AddRange((await ManifestSet.LoadAsync([file.FullPath!])).Objects.Select(found => $"{found}"));
        }

        Assert.Equal(names, set.Objects.Select(found => $"{found}"));
    }

    [Theory]
    [InlineData("samples")]
    [InlineData("databases")]
    public async Task Examine_PublishedShapes_GiveNoErrorAndNoWarning(string folder)
    {
        var set = await ManifestSet.LoadAsync([Path.Join(CorpusFiles.Folder, folder)]);
        var findings = TriggerDoctor.Examine(set.ToGraphObjects(), new TriggerDoctorOptions { IgnoreStatus = true });
        Assert.Empty(set.Problems);
        Assert.DoesNotContain(findings, finding => finding.Severity is TriggerSeverity.Error or TriggerSeverity.Warning);
        Assert.True(set.DeploymentConfigs.Count > 0 && set.Streams.Count > 0);
    }

    [Theory]
    [InlineData("samples")]
    [InlineData("databases")]
    [InlineData("jenkins")]
    [InlineData("legacy")]
    [InlineData("encodings")]
    [InlineData("cluster")]
    [InlineData("oc-process")]
    public async Task Validate_ObjectsThatAServerTakes_GiveNoError(string folder)
    {
        var set = await ManifestSet.LoadAsync([Path.Join(CorpusFiles.Folder, folder)]);
        string[] expected = folder switch
        {
            "legacy" => ["spec.strategy", "spec.template", "spec.selector"], // two objects with a name and nothing else
            "oc-process" => ["spec.selector"], // a template without labels
            _ => [],
        };

        var errors = set.Objects.SelectMany(found => CorpusFiles.Validate(found)).Select(error => error.Field);
        Assert.Equal(expected, errors);
    }

    [Fact]
    public async Task Problems_OfTheCorpus_SayWhatToDoAndHaveNoControlCharacters()
    {
        var set = await ManifestSet.LoadAsync([CorpusFiles.Folder]);
        Assert.NotEmpty(set.Problems);
        Assert.All(set.Problems, problem =>
        {
            Assert.DoesNotContain(problem.Message, char.IsControl);
            Assert.InRange(problem.Message.Length, 20, 500);
            Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        });
    }
}

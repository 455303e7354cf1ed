using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("locks").FullName;

    private string File1 => Path.Combine(_root, ImageLockFile.FileName);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Find_FileInAFolderAbove_IsFound()
    {
        File.WriteAllText(File1, ImageLock.Empty.ToJson());
        Assert.Equal(File1, ImageLockFile.Find(Path.Combine(_root, "src", "app")));
        Assert.Equal(File1, ImageLockFile.Find(_root));
    }

    [Fact]
    public void Find_NearestFile_Wins()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "src")).FullName;
        File.WriteAllText(File1, ImageLock.Empty.ToJson());
        File.WriteAllText(Path.Combine(folder, ImageLockFile.FileName), ImageLock.Empty.ToJson());
        Assert.Equal(Path.Combine(folder, ImageLockFile.FileName), ImageLockFile.Find(Path.Combine(folder, "app")));
    }

    [Fact]
    public void Find_NoFile_IsNull() => Assert.Null(ImageLockFile.Find(_root));

    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        var error = Assert.Throws<ImageLockException>(() => ImageLockFile.Read(File1));
        Assert.Equal(ImageLockFailure.NotReadable, error.Reason);
        Assert.StartsWith($"{File1}: The lock cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_NoFile_CreatesOne()
    {
        var written = await ImageLockFile.UpdateAsync(File1, before => before.With(Locks.Node));
        Assert.Equal(written, ImageLockFile.Read(File1));
        AssertNothingElse();
    }

    [Fact]
    public async Task UpdateAsync_NothingChanges_WritesNothing()
    {
        var byHand = Locks.Both.ToJson().Replace("  ", "    ", StringComparison.Ordinal);
        File.WriteAllText(File1, byHand);
        await ImageLockFile.UpdateAsync(File1, before => before.With(Locks.Node));
        Assert.Equal(byHand, File.ReadAllText(File1));
        AssertNothingElse();
    }

    [Fact]
    public async Task UpdateAsync_NoFileAndNoChange_CreatesNone()
    {
        await ImageLockFile.UpdateAsync(File1, before => before);
        Assert.Empty(Directory.GetFiles(_root));
    }

    [Fact]
    public async Task UpdateAsync_BrokenFile_IsLeftAsItIs()
    {
        File.WriteAllText(File1, "<<<<<<< ours\n");
        var error = await Assert.ThrowsAsync<ImageLockException>(() => ImageLockFile.UpdateAsync(File1, before => before.With(Locks.Node)));
        Assert.Equal(ImageLockFailure.MergeConflict, error.Reason);
        Assert.Equal("<<<<<<< ours\n", File.ReadAllText(File1));
    }

    [Fact]
    public async Task UpdateAsync_ManyAtOnce_LosesNone()
    {
        var images = Enumerable.Range(0, 64).Select(n => Locks.Node with { Tag = $"quay.io/a/b:{n:00}" }).ToList();
        await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (image, token) =>
            await ImageLockFile.UpdateAsync(File1, before => before.With(image), TimeSpan.FromMinutes(1), cancellationToken: token));
        Assert.Equal(images, ImageLockFile.Read(File1).Images);
        AssertNothingElse();
    }

    [Fact]
    public async Task UpdateAsync_SomebodyKeepsTheTurn_GivesUpAfterTheTimeout()
    {
        using (new FileStream($"{File1}.turn", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var error = await Assert.ThrowsAsync<ImageLockException>(
                () => ImageLockFile.UpdateAsync(File1, before => before.With(Locks.Node), TimeSpan.FromMilliseconds(40)));
            Assert.Equal(ImageLockFailure.Busy, error.Reason);
        }

        Assert.False(File.Exists(File1));
    }

    [Fact]
    public async Task UpdateAsync_TurnOfAProcessThatEnded_IsTaken()
    {
        File.WriteAllText($"{File1}.turn", "");
        await ImageLockFile.UpdateAsync(File1, before => before.With(Locks.Node), TimeSpan.FromSeconds(20));
        AssertNothingElse();
    }

    [Fact]
    public async Task UpdateAsync_Canceled_LeavesNothingBehind()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ImageLockFile.UpdateAsync(File1, before => before.With(Locks.Node), cancellationToken: canceled.Token));
        Assert.Empty(Directory.GetFiles(_root));
    }

    [Fact]
    public async Task UpdateAsync_FolderThatDoesNotExist_SaysSo()
    {
        var error = await Assert.ThrowsAsync<ImageLockException>(
            () => ImageLockFile.UpdateAsync(Path.Combine(_root, "none", ImageLockFile.FileName), before => before.With(Locks.Node)));
        Assert.Equal(ImageLockFailure.NotWritable, error.Reason);
    }

    private void AssertNothingElse() => Assert.Equal([File1], Directory.GetFiles(_root));
}

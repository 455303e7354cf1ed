namespace ImageStreams.Workloads;

/// <summary>Reads the containers of a pod specification, and the locations of their images.</summary>
internal struct PodSpecReader(string podSpecPath)
{
    private List<WorkloadContainer>? _initContainers;
    private List<WorkloadContainer>? _containers;
    private List<ImageLocation>? _initImages;
    private List<ImageLocation>? _images;

    /// <summary>The containers, init containers first.</summary>
    public readonly WorkloadContainer[] Containers => [.. _initContainers ?? [], .. _containers ?? []];

    /// <summary>The number of init containers.</summary>
    public readonly int InitCount => _initContainers?.Count ?? 0;

    /// <summary>The locations of the images, in the order of the containers.</summary>
    public readonly ImageLocation[] Images => [.. _initImages ?? [], .. _images ?? []];

    /// <summary>Reads a pod specification; the scanner is in it.</summary>
    public void Read(scoped ref ObjectScanner scanner)
    {
        while (scanner.MoveToNextField())
        {
            var name = scanner.FieldName;
            if (name.SequenceEqual("containers"u8))
            {
                (_containers, _images) = ReadContainers(ref scanner, _containers);
            }
            else if (name.SequenceEqual("initContainers"u8))
            {
                (_initContainers, _initImages) = ReadContainers(ref scanner, _initContainers, isInit: true);
            }
            else
            {
                scanner.Skip();
            }
        }
    }

    /// <summary>Reads a list over the former one, as Go does: a container keeps what it had at its position.</summary>
    private readonly (List<WorkloadContainer> Containers, List<ImageLocation> Images) ReadContainers(
        scoped ref ObjectScanner scanner, List<WorkloadContainer>? before, bool isInit = false)
    {
        List<WorkloadContainer> containers = [];
        List<ImageLocation> images = [];
        if (!scanner.TryStartArray())
        {
            return (containers, images);
        }

        while (scanner.MoveToNextItem())
        {
            var index = containers.Count;
            var former = index < before?.Count ? before[index] : new WorkloadContainer(podSpecPath, isInit, index);
            var (container, location) = ReadContainer(ref scanner, former);
            containers.Add(container);
            images.Add(location);
        }

        return (containers, images);
    }

    /// <summary>Reads a container; its image is at its last location, even if that has a null, which keeps the image.</summary>
    private static (WorkloadContainer Container, ImageLocation Location) ReadContainer(
        scoped ref ObjectScanner scanner, WorkloadContainer former)
    {
        var name = former.Name;
        var image = former.Image;
        var location = default(ImageLocation);
        var end = new ImageLocation(scanner.Consumed, scanner.Consumed, IsFirst: true);
        while (scanner.MoveToNextField())
        {
            var field = scanner.FieldName;
            if (field.SequenceEqual("name"u8))
            {
                name = scanner.ReadText(name) ?? "";
            }
            else if (field.SequenceEqual("image"u8))
            {
                image = scanner.ReadText(image);
                location = new ImageLocation(scanner.TokenStart, scanner.Consumed);
            }
            else
            {
                scanner.Skip();
            }

            end = new ImageLocation(scanner.Consumed, scanner.Consumed);
        }

        return (former with { Name = name, Image = image }, location.End > 0 ? location : end);
    }
}

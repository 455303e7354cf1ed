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
                (_containers, _images) = ReadContainers(ref scanner, isInit: false);
            }
            else if (name.SequenceEqual("initContainers"u8))
            {
                (_initContainers, _initImages) = ReadContainers(ref scanner, isInit: true);
            }
            else
            {
                scanner.Skip();
            }
        }
    }

    private readonly (List<WorkloadContainer> Containers, List<ImageLocation> Images) ReadContainers(
        scoped ref ObjectScanner scanner, bool isInit)
    {
        List<WorkloadContainer> containers = [];
        List<ImageLocation> images = [];
        if (!scanner.TryStartArray())
        {
            return (containers, images);
        }

        while (scanner.MoveToNextItem())
        {
            var (name, image, location) = ReadContainer(ref scanner);
            containers.Add(new WorkloadContainer(podSpecPath, isInit, containers.Count) { Name = name ?? "", Image = image });
            images.Add(location);
        }

        return (containers, images);
    }

    private static (string? Name, string? Image, ImageLocation Location) ReadContainer(scoped ref ObjectScanner scanner)
    {
        string? name = null;
        string? image = null;
        var location = default(ImageLocation);
        var end = new ImageLocation(scanner.Consumed, scanner.Consumed, IsFirst: true);
        while (scanner.MoveToNextField())
        {
            var field = scanner.FieldName;
            if (field.SequenceEqual("name"u8))
            {
                name = scanner.ReadText(name);
            }
            else if (field.SequenceEqual("image"u8))
            {
                image = scanner.ReadText(image);
                location = GetLocation(scanner, location);
            }
            else
            {
                scanner.Skip();
            }

            end = new ImageLocation(scanner.Consumed, scanner.Consumed);
        }

        return (name, image, location.End > 0 ? location : end);
    }

    /// <summary>Gets the location of the current value; <c>null</c> does not replace a previous location.</summary>
    private static ImageLocation GetLocation(in ObjectScanner scanner, ImageLocation previous) =>
        previous.End > 0 && scanner.IsNull ? previous : new ImageLocation(scanner.TokenStart, scanner.Consumed);
}

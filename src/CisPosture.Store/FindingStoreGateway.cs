using CisPosture.Findings;

namespace CisPosture.Store;

/// <summary>Opens stores in SQLite files.</summary>
internal sealed class FindingStoreGateway : IFindingStoreGateway
{
    public IFindingStore OpenOrCreate(string path, bool isPrivateFolder)
    {
        StoreFile.Create(path, isPrivateFolder);
        return FindingStore.Open(path, mayBeEmpty: true);
    }

    public IFindingStore Open(string path)
    {
        StoreFile.Require(path);
        return FindingStore.Open(path, mayBeEmpty: false);
    }
}
